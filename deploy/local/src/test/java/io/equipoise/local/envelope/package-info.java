/** What the local stack promises, tried. */
@NullMarked
package io.equipoise.local.envelope;

import org.jspecify.annotations.NullMarked;
