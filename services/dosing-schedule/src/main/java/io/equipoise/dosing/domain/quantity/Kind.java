package io.equipoise.dosing.domain.quantity;

/** What is counted or weighed. Only a lot's stated strength leads from one kind to another. */
public enum Kind {
    PARTICLE_COUNT,
    MASS,
    SUBSTANCE,
    CELL_EQUIVALENTS,
    CELLS,
    VOLUME,
    DROPS,
    PRODUCT_UNITS
}
