/** Halts a process at a named point of its code; given to a process by -javaagent, so that the product has no hook. */
@NullMarked
package io.equipoise.chaos.agent;

import org.jspecify.annotations.NullMarked;
