package io.equipoise.randomization.domain;

/** What a study goes by where no list is drawn in advance: designs that decide at the moment, or another system that does. */
public enum DesignKind {
    SIMPLE("equipoise.simple.v1"),
    EFRON("equipoise.efron.v1"),
    BIG_STICK("equipoise.big-stick.v1"),
    URN("equipoise.urn.v1"),
    MINIMIZATION("equipoise.minimization.v1"),
    /** Arms are told by another system, which nobody here can recompute. */
    ASSIGNED_ELSEWHERE("assigned elsewhere");

    private final String algorithm;

    DesignKind(String algorithm) {
        this.algorithm = algorithm;
    }

    /** The name under which this way of deciding is kept; another way gets another name. */
    public String algorithm() {
        return algorithm;
    }

    /** Whether arms are decided here, from the study's seed. */
    public boolean decidesHere() {
        return this != ASSIGNED_ELSEWHERE;
    }

    boolean countsInStrata() {
        return this == EFRON || this == BIG_STICK || this == URN;
    }
}
