@NullMarked
package io.equipoise.adverseevent.domain.icsr;

import org.jspecify.annotations.NullMarked;
