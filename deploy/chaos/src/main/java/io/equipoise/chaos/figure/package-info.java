/** Figures, and what they are multiples of. */
@NullMarked
package io.equipoise.chaos.figure;

import org.jspecify.annotations.NullMarked;
