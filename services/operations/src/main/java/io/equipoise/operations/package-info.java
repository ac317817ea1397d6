/** What an operations lead sees of a running trial. Owns projections only; hears blinded topics only. */
@NullMarked
package io.equipoise.operations;

import org.jspecify.annotations.NullMarked;
