package io.equipoise.adverseevent.domain.listing;

import io.equipoise.adverseevent.domain.OrganClass;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A serious event of the clinical record, whether or not it is part of a case.
 *
 * @param onset the day; where only an instant is known, its day in UTC
 * @param organ where it counts; absent where nobody coded it in a dictionary with system organ classes
 * @param arm what the subject got, or "blinded"
 */
public record SeriousEvent(
        String subject, String term, @Nullable OrganClass organ, LocalDate onset, String arm) {
    Optional<OrganClass> counted() {
        return Optional.ofNullable(organ);
    }
}
