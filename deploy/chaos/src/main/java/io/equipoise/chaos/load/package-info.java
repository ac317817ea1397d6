/** Clients that run a trial through the public doors. */
@NullMarked
package io.equipoise.chaos.load;

import org.jspecify.annotations.NullMarked;
