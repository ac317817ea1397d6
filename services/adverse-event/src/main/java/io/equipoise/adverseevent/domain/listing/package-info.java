/** What goes into the yearly safety report of a development (ICH E2F): listings and counts, blinded or not. */
@NullMarked
package io.equipoise.adverseevent.domain.listing;

import org.jspecify.annotations.NullMarked;
