/** What happens by the clock. */
@NullMarked
package io.equipoise.randomization.adapter.schedule;

import org.jspecify.annotations.NullMarked;
