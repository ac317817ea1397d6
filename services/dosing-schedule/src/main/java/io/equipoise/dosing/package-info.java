/** Dosing schedule: a person's calendar of infusions and scans. */
@NullMarked
package io.equipoise.dosing;

import org.jspecify.annotations.NullMarked;
