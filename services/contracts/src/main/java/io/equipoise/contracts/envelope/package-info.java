/** The sealed envelopes' form: written by randomization, opened where nothing of the house runs. */
@NullMarked
package io.equipoise.contracts.envelope;

import org.jspecify.annotations.NullMarked;
