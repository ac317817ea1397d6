/** Amounts that a person is given: exact decimals of kinds that never turn into each other by themselves. */
@NullMarked
package io.equipoise.dosing.domain.quantity;

import org.jspecify.annotations.NullMarked;
