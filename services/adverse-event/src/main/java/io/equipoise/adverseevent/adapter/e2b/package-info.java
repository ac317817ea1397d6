@NullMarked
package io.equipoise.adverseevent.adapter.e2b;

import org.jspecify.annotations.NullMarked;
