/** Pages of the stock for people who must not learn the arm. */
@NullMarked
package io.equipoise.randomization.adapter.page;

import org.jspecify.annotations.NullMarked;
