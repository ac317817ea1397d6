/** A person's calendar of infusions and scans: what is planned, what was given, and what may not be given. */
@NullMarked
package io.equipoise.dosing.domain;

import org.jspecify.annotations.NullMarked;
