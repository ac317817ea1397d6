/** What imaging does by itself, as time passes. */
@NullMarked
package io.equipoise.imaging.adapter.clock;

import org.jspecify.annotations.NullMarked;
