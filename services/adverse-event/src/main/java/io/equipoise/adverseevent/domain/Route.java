package io.equipoise.adverseevent.domain;

/** How a product gets into or onto a person; the same words as in a study's definition. */
public enum Route {
    INTRAVENOUS,
    INTRA_ARTERIAL,
    INTRATHECAL,
    INTRAVITREAL,
    INHALATION,
    NASAL,
    STEREOTACTIC_INTRAPARENCHYMAL,
    OCULAR_TOPICAL,
    LOCAL,
    TOPICAL_GEL,
    EPINEURAL_WITH_FOCUSED_ULTRASOUND,
    INTRAVENOUS_WITH_FOCUSED_ULTRASOUND,
    EX_VIVO
}
