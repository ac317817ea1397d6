/** How well the topics are heard. */
@NullMarked
package io.equipoise.operations.adapter.kafka;

import org.jspecify.annotations.NullMarked;
