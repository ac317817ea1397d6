package io.equipoise.adverseevent.domain;

/** Who told of the case first-hand (ICH E2B(R3) C.2.r.4, codes 1 to 5 in this order). */
public enum ReporterKind {
    PHYSICIAN,
    PHARMACIST,
    OTHER_HEALTH_PROFESSIONAL,
    LAWYER,
    CONSUMER;

    /** The code of ICH E2B(R3) C.2.r.4. */
    public int code() {
        return switch (this) {
            case PHYSICIAN -> 1;
            case PHARMACIST -> 2;
            case OTHER_HEALTH_PROFESSIONAL -> 3;
            case LAWYER -> 4;
            case CONSUMER -> 5;
        };
    }
}
