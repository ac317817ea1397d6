/** Read models that can be dropped, rebuilt and compared with a fresh replay. */
@NullMarked
package io.equipoise.platform.projection;

import org.jspecify.annotations.NullMarked;
