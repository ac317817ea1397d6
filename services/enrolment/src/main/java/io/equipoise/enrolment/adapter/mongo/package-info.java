/** What this service remembers of others' facts and of its own, to be read fast. */
@NullMarked
package io.equipoise.enrolment.adapter.mongo;

import org.jspecify.annotations.NullMarked;
