/** Doors for people who may know the arm, or may learn one. */
@NullMarked
package io.equipoise.randomization.adapter.rest.unblinded;

import org.jspecify.annotations.NullMarked;
