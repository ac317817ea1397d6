/** How a command becomes facts, once. */
@NullMarked
package io.equipoise.platform.command;

import org.jspecify.annotations.NullMarked;
