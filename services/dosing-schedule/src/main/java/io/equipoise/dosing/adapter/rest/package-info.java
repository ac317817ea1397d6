/** The doors of this service. */
@NullMarked
package io.equipoise.dosing.adapter.rest;

import org.jspecify.annotations.NullMarked;
