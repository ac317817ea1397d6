/** The tests of the catalogue. */
@NullMarked
package io.equipoise.chaos.trial;

import org.jspecify.annotations.NullMarked;
