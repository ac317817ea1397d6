package io.equipoise.dosing.domain.quantity;

import java.math.BigDecimal;

/**
 * So much of one kind, exactly. Each kind is a type of its own: a sum or a comparison across kinds does not compile.
 *
 * @param <Q> the kind
 */
public sealed interface Quantity<Q extends Quantity<Q>>
        permits ParticleCount, Mass, Substance, CellEquivalents, Cells, Fluid, Drops, ProductUnits {

    BigDecimal number();

    Unit unit();

    /** Another number in the same unit. */
    Q of(BigDecimal other);

    default Q plus(Q other) {
        return of(number().add(unit().from(other.number(), other.unit())));
    }

    default Q times(BigDecimal factor) {
        return of(number().multiply(factor));
    }

    default boolean lessThan(Q other) {
        return number().compareTo(unit().from(other.number(), other.unit())) < 0;
    }

    default boolean sameAs(Q other) {
        return number().compareTo(unit().from(other.number(), other.unit())) == 0;
    }

    /** The number of the same quantity in another unit of its kind. */
    default BigDecimal in(Unit other) {
        return Exact.tidy(other.from(number(), unit()));
    }

    default String inWords() {
        return Exact.words(number()) + " " + unit();
    }

    /** The quantity that a number and its unit make. */
    static Quantity<?> of(BigDecimal number, Unit unit) {
        return switch (unit.kind()) {
            case PARTICLE_COUNT -> new ParticleCount(number, unit);
            case MASS -> new Mass(number, unit);
            case SUBSTANCE -> new Substance(number, unit);
            case CELL_EQUIVALENTS -> new CellEquivalents(number, unit);
            case CELLS -> new Cells(number, unit);
            case VOLUME -> new Fluid(number, unit);
            case DROPS -> new Drops(number, unit);
            case PRODUCT_UNITS -> new ProductUnits(number, unit);
        };
    }

    static BigDecimal checked(BigDecimal number, Unit unit, Kind kind) {
        if (unit.kind() != kind || number.signum() < 0) {
            throw new IllegalArgumentException(number + " " + unit + " is no " + kind);
        }
        return Exact.tidy(number);
    }
}
