/** The doors of this room. */
@NullMarked
package io.equipoise.adverseevent.adapter.rest;

import org.jspecify.annotations.NullMarked;
