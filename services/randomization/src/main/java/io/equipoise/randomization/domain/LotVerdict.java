package io.equipoise.randomization.domain;

/** What a qualified person decided of a lot. A lot of which nobody decided anything is in quarantine too. */
public enum LotVerdict {
    RELEASED,
    QUARANTINED,
    REJECTED
}
