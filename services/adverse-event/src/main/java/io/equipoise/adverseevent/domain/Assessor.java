package io.equipoise.adverseevent.domain;

/** Whose judgement of causality it is (ICH E2B(R3) G.k.9.i.2.r.1). */
public enum Assessor {
    INVESTIGATOR,
    SPONSOR
}
