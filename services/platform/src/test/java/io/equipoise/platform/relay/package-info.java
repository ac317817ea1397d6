@NullMarked
package io.equipoise.platform.relay;

import org.jspecify.annotations.NullMarked;
