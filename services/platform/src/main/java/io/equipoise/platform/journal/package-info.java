/** What a service remembers: commits, never changed, in a gapless order. */
@NullMarked
package io.equipoise.platform.journal;

import org.jspecify.annotations.NullMarked;
