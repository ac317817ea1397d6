package io.equipoise.adverseevent.domain;

/** What has to be reported whether or not anybody came to harm (CTR Annex III 2.3 point 2; GVP VI.B.6). */
public enum ReportableKind {
    PREGNANCY,
    MEDICATION_ERROR,
    OVERDOSE,
    MISUSE,
    LOT_RELATED,
    DONOR_RELATED
}
