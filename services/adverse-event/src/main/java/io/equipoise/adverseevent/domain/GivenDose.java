package io.equipoise.adverseevent.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dose that this subject was really given, and from which pack.
 *
 * @param stoppedAt absent where nobody told
 * @param volume how much went in; absent where nobody told
 */
public record GivenDose(
        int dose,
        String kit,
        String packagingLot,
        Instant startedAt,
        @Nullable Instant stoppedAt,
        @Nullable Volume volume) {

    /** An exact decimal and its unit, as dosing told them. */
    public record Volume(String number, String unit) {}

    /** Of which only the start is known. */
    public GivenDose(int dose, String kit, String packagingLot, Instant startedAt) {
        this(dose, kit, packagingLot, startedAt, null, null);
    }
}
