@NullMarked
package io.equipoise.adverseevent.adapter.pdf;

import org.jspecify.annotations.NullMarked;
