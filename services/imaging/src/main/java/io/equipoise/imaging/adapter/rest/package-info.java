/** The doors of imaging that speak JSON. */
@NullMarked
package io.equipoise.imaging.adapter.rest;

import org.jspecify.annotations.NullMarked;
