/** The enrolment service: who may take part in a study, and who does. */
@NullMarked
package io.equipoise.enrolment;

import org.jspecify.annotations.NullMarked;
