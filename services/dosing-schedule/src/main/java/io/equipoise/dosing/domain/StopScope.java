package io.equipoise.dosing.domain;

/** What a person left: the infusions only, or the whole study with its scans. */
public enum StopScope {
    TREATMENT,
    STUDY
}
