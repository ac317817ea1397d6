/** What was counted in the periods of a crossover, each kept apart from the other. */
@NullMarked
package io.equipoise.imaging.domain.crossover;

import org.jspecify.annotations.NullMarked;
