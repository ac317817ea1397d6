package io.equipoise.randomization.domain;

/** Whether a code break was a deviation from the protocol, and whether it matters (ICH E3: important deviations). */
public enum ProtocolDeviation {
    NONE,
    MINOR,
    IMPORTANT
}
