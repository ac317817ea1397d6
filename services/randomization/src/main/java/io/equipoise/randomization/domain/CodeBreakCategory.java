package io.equipoise.randomization.domain;

/** Why a code may be broken for one subject (domain rules 4.8). */
public enum CodeBreakCategory {
    MEDICAL_EMERGENCY,
    OVERDOSE,
    PREGNANCY,
    OTHER
}
