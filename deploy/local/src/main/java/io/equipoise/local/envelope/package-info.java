/** Sealed envelopes: fetched while the house stands, opened when it does not, reported afterwards. */
@NullMarked
package io.equipoise.local.envelope;

import org.jspecify.annotations.NullMarked;
