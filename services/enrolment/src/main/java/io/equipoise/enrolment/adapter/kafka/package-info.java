/** What this service tells the others, and what it hears of them. */
@NullMarked
package io.equipoise.enrolment.adapter.kafka;

import org.jspecify.annotations.NullMarked;
