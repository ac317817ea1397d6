/** Officers at their screens. */
@NullMarked
package io.equipoise.chaos.watch;

import org.jspecify.annotations.NullMarked;
