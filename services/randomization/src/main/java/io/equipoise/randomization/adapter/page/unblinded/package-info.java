/** Pages of the stock for the pharmacist, who knows what is in a kit. */
@NullMarked
package io.equipoise.randomization.adapter.page.unblinded;

import org.jspecify.annotations.NullMarked;
