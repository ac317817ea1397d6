package io.equipoise.adverseevent.domain.icsr;

/**
 * Why an element has no value (E2B(R3)): no information, masked, unknown, not applicable, asked but unknown, not asked,
 * below or above every number, other. It is an answer of its own, never the same as leaving the element out.
 */
public enum NullFlavour {
    NI,
    MSK,
    UNK,
    NA,
    ASKU,
    NASK,
    NINF,
    PINF,
    OTH
}
