package io.equipoise.platform.web;

import java.util.Locale;
import java.util.Optional;

/** Who somebody is in the house. Some may know the arm, most may not; the administrator may not. */
public enum Role {
    SITE_COORDINATOR,
    INVESTIGATOR,
    /** Unblinded. */
    PHARMACIST,
    IMAGING_READER,
    SAFETY_OFFICER,
    MONITOR,
    /** Unblinded. */
    STATISTICIAN,
    /** Unblinded. */
    DATA_SAFETY_BOARD,
    OPERATIONS,
    ADMINISTRATOR;

    /** Whether they may be told an arm in the course of their work. */
    public boolean isUnblinded() {
        return this == PHARMACIST || this == STATISTICIAN || this == DATA_SAFETY_BOARD;
    }

    /** As tokens spell it: {@code site-coordinator}. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Role> ofClaim(String claim) {
        for (var role : values()) {
            if (role.claim().equals(claim)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
