/** The pages, their live feed, and the same as JSON. */
@NullMarked
package io.equipoise.operations.adapter.rest;

import org.jspecify.annotations.NullMarked;
