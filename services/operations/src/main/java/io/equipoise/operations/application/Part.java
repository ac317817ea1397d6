package io.equipoise.operations.application;

/** What of a definition people must look at again when it changes. */
public enum Part {
    CONSENT,
    ELIGIBILITY,
    ALLOCATION,
    DOSING,
    VISITS,
    IMAGING
}
