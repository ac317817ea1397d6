/** What the doors and the listeners may ask for, and what that needs. */
@NullMarked
package io.equipoise.enrolment.application;

import org.jspecify.annotations.NullMarked;
