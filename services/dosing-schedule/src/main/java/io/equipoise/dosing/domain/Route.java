package io.equipoise.dosing.domain;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The way in, and what an administration by it must say besides. */
public enum Route {
    INTRAVENOUS,
    INTRA_ARTERIAL,
    INTRATHECAL(Detail.NEEDLE_GAUGE, Detail.SPINAL_LEVEL),
    INTRAVITREAL(Detail.EYE),
    INHALATION,
    NASAL,
    STEREOTACTIC_INTRAPARENCHYMAL(Detail.TARGET),
    OCULAR_TOPICAL(Detail.EYE),
    LOCAL,
    TOPICAL_GEL,
    EPINEURAL_WITH_FOCUSED_ULTRASOUND(Detail.DEVICE_SETTINGS),
    INTRAVENOUS_WITH_FOCUSED_ULTRASOUND(Detail.DEVICE_SETTINGS),
    EX_VIVO;

    /** What the site says about an administration beside its amount. */
    public enum Detail {
        NEEDLE_GAUGE,
        SPINAL_LEVEL,
        EYE,
        TARGET,
        DEVICE_SETTINGS,
        BODY_SITE
    }

    private final Set<Detail> needs;

    Route(Detail... needs) {
        this.needs = Set.of(needs);
    }

    Set<Detail> needs() {
        return needs;
    }

    public static Optional<Route> named(String name) {
        return Arrays.stream(values())
                .filter(route -> route.name().equals(name))
                .findFirst();
    }
}
