package io.equipoise.adverseevent.domain;

/** How surely the study treatment caused the event, from surely not to surely (ICH E2A III.B.1; the scale is ours). */
public enum Relation {
    UNRELATED,
    UNLIKELY,
    POSSIBLE,
    PROBABLE,
    DEFINITE;

    /** A reasonable possibility that the product caused it: from POSSIBLE on (21 CFR 312.32(a); CTR Annex III 2.1). */
    public boolean isReasonablePossibility() {
        return compareTo(POSSIBLE) >= 0;
    }
}
