/** What the local stack promises, tried. */
@NullMarked
package io.equipoise.local.launcher;

import org.jspecify.annotations.NullMarked;
