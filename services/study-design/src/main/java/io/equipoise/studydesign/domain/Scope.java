package io.equipoise.studydesign.domain;

import io.equipoise.studydesign.domain.Gap.Blocks;

/** What a study is activated for: to enrol people and give them nothing yet, or for everything. */
public enum Scope {
    ENROLMENT,
    ENROLMENT_AND_DOSING;

    boolean isKeptBackBy(Gap gap) {
        return this == ENROLMENT_AND_DOSING || gap.blocks() == Blocks.ENROLMENT;
    }

    boolean covers(Scope other) {
        return this == ENROLMENT_AND_DOSING || other == ENROLMENT;
    }
}
