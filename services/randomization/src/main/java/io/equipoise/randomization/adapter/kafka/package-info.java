/** What other services hear of the allocation. */
@NullMarked
package io.equipoise.randomization.adapter.kafka;

import org.jspecify.annotations.NullMarked;
