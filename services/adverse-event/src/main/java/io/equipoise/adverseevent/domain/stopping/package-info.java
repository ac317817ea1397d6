/** When toxicity is too much: boundaries and bounds, exact to the last digit. No clock, no chance, no store. */
@NullMarked
package io.equipoise.adverseevent.domain.stopping;

import org.jspecify.annotations.NullMarked;
