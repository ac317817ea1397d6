/** The public doors, as programs of sites and officers use them. */
@NullMarked
package io.equipoise.local.client;

import org.jspecify.annotations.NullMarked;
