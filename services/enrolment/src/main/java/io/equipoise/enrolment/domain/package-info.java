/** People on their way into a study: consent, screening, eligibility, places, enrolment, withdrawal. */
@NullMarked
package io.equipoise.enrolment.domain;

import org.jspecify.annotations.NullMarked;
