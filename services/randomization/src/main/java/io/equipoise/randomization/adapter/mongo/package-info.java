/** What other services told, kept for our own decisions. */
@NullMarked
package io.equipoise.randomization.adapter.mongo;

import org.jspecify.annotations.NullMarked;
