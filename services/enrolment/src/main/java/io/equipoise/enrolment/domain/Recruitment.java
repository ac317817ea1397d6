package io.equipoise.enrolment.domain;

import java.util.stream.Stream;

/** The recruitment status of a study, and whom it lets in. Whoever is in stays in care whatever the status. */
public enum Recruitment {
    NOT_YET_RECRUITING(Door.CLOSED),
    RECRUITING(Door.OPEN),
    ENROLLING_BY_INVITATION(Door.INVITED),
    ACTIVE_NOT_RECRUITING(Door.CLOSED),
    SUSPENDED(Door.CLOSED),
    TERMINATED(Door.CLOSED),
    COMPLETED(Door.CLOSED),
    WITHDRAWN(Door.CLOSED),
    UNKNOWN_STATUS(Door.CLOSED);

    /** Who may be screened and enrolled. */
    public enum Door {
        OPEN,
        INVITED,
        CLOSED
    }

    private final Door door;

    Recruitment(Door door) {
        this.door = door;
    }

    public Door door() {
        return door;
    }

    /** A status that nobody here knows lets nobody in. */
    public static Recruitment of(String name) {
        return Stream.of(values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElse(UNKNOWN_STATUS);
    }
}
