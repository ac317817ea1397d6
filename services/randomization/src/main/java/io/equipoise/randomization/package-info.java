/** Allocation, kits, dispensing, code break: the only room that knows the arm. */
@NullMarked
package io.equipoise.randomization;

import org.jspecify.annotations.NullMarked;
