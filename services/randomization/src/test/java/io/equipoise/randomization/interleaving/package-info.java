/** Every order in which things can happen at once, tried one after the other. */
@NullMarked
package io.equipoise.randomization.interleaving;

import org.jspecify.annotations.NullMarked;
