/** Starts the services: all in one process, or each in its own. */
@NullMarked
package io.equipoise.local.launcher;

import org.jspecify.annotations.NullMarked;
