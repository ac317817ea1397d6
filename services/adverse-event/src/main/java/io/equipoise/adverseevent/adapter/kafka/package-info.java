/** What this room tells the others. */
@NullMarked
package io.equipoise.adverseevent.adapter.kafka;

import org.jspecify.annotations.NullMarked;
