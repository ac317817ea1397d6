package io.equipoise.adverseevent.domain;

import java.util.Locale;

/** What makes an event serious: any one of these does, nothing else does (ICH E2A II.B; 21 CFR 312.32(a)). */
public enum Criterion {
    DEATH,
    LIFE_THREATENING,
    HOSPITALIZATION,
    DISABILITY,
    CONGENITAL_ANOMALY,
    OTHER_IMPORTANT;

    /** As a word of a sentence. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
