package io.equipoise.adverseevent.domain;

import java.util.Locale;

/** What a report of a suspected reaction cannot do without (Regulation (EU) 536/2014, Annex III 2.3, point 10). */
public enum MinimumCriterion {
    TRIAL_NUMBER,
    SPONSOR_STUDY_NUMBER,
    SUBJECT,
    REPORTER,
    REACTION,
    SUSPECT_PRODUCT,
    CAUSALITY;

    /** As a word of a sentence. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
