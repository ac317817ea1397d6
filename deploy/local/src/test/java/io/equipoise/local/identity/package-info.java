/** What the local stack promises, tried. */
@NullMarked
package io.equipoise.local.identity;

import org.jspecify.annotations.NullMarked;
