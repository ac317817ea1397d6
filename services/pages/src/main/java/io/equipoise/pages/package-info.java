/** One look for every page of the house: layout, styles, fragments, charts, and the headers that keep a page to itself. */
@NullMarked
package io.equipoise.pages;

import org.jspecify.annotations.NullMarked;
