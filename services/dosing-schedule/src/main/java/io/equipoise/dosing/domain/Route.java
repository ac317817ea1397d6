package io.equipoise.dosing.domain;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The way in, and what an administration by it must say besides. */
public enum Route {
    INTRAVENOUS,
    INTRA_ARTERIAL,
    INTRATHECAL,
    INTRAVITREAL,
    INHALATION,
    NASAL,
    STEREOTACTIC_INTRAPARENCHYMAL,
    OCULAR_TOPICAL,
    LOCAL,
    TOPICAL_GEL,
    EPINEURAL_WITH_FOCUSED_ULTRASOUND,
    INTRAVENOUS_WITH_FOCUSED_ULTRASOUND,
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

    Set<Detail> needs() {
        return switch (this) {
            case INTRATHECAL -> Set.of(Detail.NEEDLE_GAUGE, Detail.SPINAL_LEVEL);
            case INTRAVITREAL, OCULAR_TOPICAL -> Set.of(Detail.EYE);
            case STEREOTACTIC_INTRAPARENCHYMAL -> Set.of(Detail.TARGET);
            case EPINEURAL_WITH_FOCUSED_ULTRASOUND, INTRAVENOUS_WITH_FOCUSED_ULTRASOUND ->
                Set.of(Detail.DEVICE_SETTINGS);
            case INTRAVENOUS, INTRA_ARTERIAL, INHALATION, NASAL, LOCAL, TOPICAL_GEL, EX_VIVO -> Set.of();
        };
    }

    public static Optional<Route> named(String name) {
        return Arrays.stream(values())
                .filter(route -> route.name().equals(name))
                .findFirst();
    }
}
