package io.equipoise.adverseevent.domain;

/** Whether nature and severity of an event are as the reference safety information says (ICH E2A II.C; CTR Annex III 2.2). */
public enum Expectedness {
    EXPECTED,
    UNEXPECTED
}
