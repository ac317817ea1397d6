package io.equipoise.adverseevent.domain;

/** What of an event is compared between a case and the clinical record. */
public enum CaseField {
    TERM,
    ONSET,
    END,
    SERIOUSNESS,
    OUTCOME,
    CAUSALITY,
    DOSE,
    GRADE
}
