/** What the embedded store promises, tried. */
@NullMarked
package io.equipoise.store;

import org.jspecify.annotations.NullMarked;
