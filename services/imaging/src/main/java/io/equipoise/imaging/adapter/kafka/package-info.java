/** What imaging tells the others. */
@NullMarked
package io.equipoise.imaging.adapter.kafka;

import org.jspecify.annotations.NullMarked;
