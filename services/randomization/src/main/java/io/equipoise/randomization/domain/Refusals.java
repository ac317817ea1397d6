package io.equipoise.randomization.domain;

import io.equipoise.platform.Refusal;

/** Refusals that more than one command gives. Their words are the same for every arm. */
enum Refusals {
    ;
    static final Refusal WITHDRAWN = Refusal.conflict("SUBJECT_WITHDRAWN", "The subject has withdrawn.");
    static final Refusal STUDY_NOT_UNDER_WAY =
            Refusal.conflict("STUDY_NOT_UNDER_WAY", "The study is not active, or its status halts treatment.");
}
