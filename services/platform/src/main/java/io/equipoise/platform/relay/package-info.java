/** How facts leave the service: at least once, in order, by allow-list. */
@NullMarked
package io.equipoise.platform.relay;

import org.jspecify.annotations.NullMarked;
