/** What one service seals so that only another one opens it, though it travels over a topic. */
@NullMarked
package io.equipoise.platform.hpke;

import org.jspecify.annotations.NullMarked;
