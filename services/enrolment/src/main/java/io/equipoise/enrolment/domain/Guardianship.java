package io.equipoise.enrolment.domain;

import org.jspecify.annotations.Nullable;

/**
 * Who agrees for a minor, as a study declares it.
 *
 * @param below completed years from which a person agrees alone
 * @param assentFrom completed years from which a minor is asked too; null where nobody is asked
 */
public record Guardianship(int below, @Nullable Integer assentFrom) {}
