/** What happens without anybody asking. */
@NullMarked
package io.equipoise.enrolment.adapter.schedule;

import org.jspecify.annotations.NullMarked;
