/** The names that facts keep in the journal. */
@NullMarked
package io.equipoise.enrolment.adapter.journal;

import org.jspecify.annotations.NullMarked;
