/** What the local stack promises, tried. */
@NullMarked
package io.equipoise.local;

import org.jspecify.annotations.NullMarked;
