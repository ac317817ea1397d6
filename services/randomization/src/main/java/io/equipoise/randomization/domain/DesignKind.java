package io.equipoise.randomization.domain;

/** Designs that decide at the moment of randomization, from what was given before; a list is drawn in advance instead. */
public enum DesignKind {
    SIMPLE("equipoise.simple.v1"),
    EFRON("equipoise.efron.v1"),
    BIG_STICK("equipoise.big-stick.v1"),
    URN("equipoise.urn.v1"),
    MINIMIZATION("equipoise.minimization.v1");

    private final String algorithm;

    DesignKind(String algorithm) {
        this.algorithm = algorithm;
    }

    /** The name under which this way of deciding is kept; another way gets another name. */
    public String algorithm() {
        return algorithm;
    }

    boolean countsInStrata() {
        return this == EFRON || this == BIG_STICK || this == URN;
    }
}
