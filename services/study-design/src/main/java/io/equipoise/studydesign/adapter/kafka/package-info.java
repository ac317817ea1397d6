/** What study-design tells, and what it hears of others' seals. */
@NullMarked
package io.equipoise.studydesign.adapter.kafka;

import org.jspecify.annotations.NullMarked;
