/** Eligibility rules in the Common Expression Language: typed, without loops, without side effects. */
@NullMarked
package io.equipoise.enrolment.adapter.cel;

import org.jspecify.annotations.NullMarked;
