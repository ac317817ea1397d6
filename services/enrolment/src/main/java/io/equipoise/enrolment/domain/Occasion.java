package io.equipoise.enrolment.domain;

/** What a measurement stands for, as whoever made it says: nobody works out which one was the baseline. */
public enum Occasion {
    BASELINE,
    FOLLOW_UP
}
