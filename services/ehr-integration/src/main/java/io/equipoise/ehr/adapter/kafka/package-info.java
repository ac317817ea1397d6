/** What leaves this room: screening facts, never an identity. */
@NullMarked
package io.equipoise.ehr.adapter.kafka;

import org.jspecify.annotations.NullMarked;
