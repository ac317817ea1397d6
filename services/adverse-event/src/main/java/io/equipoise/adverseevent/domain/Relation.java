package io.equipoise.adverseevent.domain;

/** The investigator's judgement whether the study treatment caused the event; nobody downgrades it (CTR Annex III 2.3). */
public enum Relation {
    UNRELATED,
    UNLIKELY,
    POSSIBLE,
    PROBABLE,
    DEFINITE
}
