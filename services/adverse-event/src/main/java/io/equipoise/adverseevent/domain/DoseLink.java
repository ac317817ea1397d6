package io.equipoise.adverseevent.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The dose that an event is set in relation to, down to the kit and its packaging lot.
 *
 * @param minutesFromStart from the start of the dose to the onset; absent where only the day of the onset is known
 */
public record DoseLink(
        int dose, String kit, String packagingLot, @Nullable Long minutesFromStart) {

    static DoseLink of(GivenDose given, Moment onset) {
        var minutes = onset instanceof Moment.At(var at)
                ? Long.valueOf(Duration.between(given.startedAt(), at).toMinutes())
                : null;
        return new DoseLink(given.dose(), given.kit(), given.packagingLot(), minutes);
    }
}
