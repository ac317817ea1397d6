package io.equipoise.randomization.domain.design;

/** How far the arms' counts at one level lie apart (Pocock and Simon, Biometrics 1975;31:103). */
public enum Measure {
    RANGE,
    /** With one less than the number of arms below the line. */
    VARIANCE,
    STANDARD_DEVIATION
}
