/** How others' facts are heard: per stream in order, repeats dropped, gaps parked. */
@NullMarked
package io.equipoise.platform.consume;

import org.jspecify.annotations.NullMarked;
