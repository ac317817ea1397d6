/** Doors of screening and enrolment. */
@NullMarked
package io.equipoise.enrolment.adapter.rest;

import org.jspecify.annotations.NullMarked;
