package io.equipoise.ehr.domain;

import java.time.LocalDate;

/**
 * One fact that a study asks for, as the site's record tells it.
 *
 * @param fact its name in the study definition
 * @param value as text, in the form that the definition asks for
 * @param source where it stands in the record; never a word that leads to the person
 */
public record ScreeningFact(String fact, String value, LocalDate observedOn, String source) {
    /** What stands in the place of all that was told of a person whose key was destroyed. It is no observation. */
    public static final ScreeningFact FORGOTTEN =
            new ScreeningFact("forgotten", "forgotten", LocalDate.EPOCH, "forgotten");
}
