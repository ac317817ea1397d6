package io.equipoise.dosing.domain.quantity;

import java.math.BigDecimal;

/** A number of vesicles or particles, as counted. */
public record ParticleCount(BigDecimal number, Unit unit) implements Quantity<ParticleCount> {
    public ParticleCount {
        number = Quantity.checked(number, unit, Kind.PARTICLE_COUNT);
    }

    @Override
    public ParticleCount of(BigDecimal other) {
        return new ParticleCount(other, unit);
    }

    @Override
    public String toString() {
        return inWords();
    }
}
