/** Images on the local disk, by the digest of their bytes. */
@NullMarked
package io.equipoise.imaging.adapter.disk;

import org.jspecify.annotations.NullMarked;
