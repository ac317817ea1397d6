package io.equipoise.randomization.domain;

import io.equipoise.contracts.SubjectId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A box with a number.
 *
 * @param handedOut absent while it stands on the shelf; a kit that was handed out once never goes back there
 */
public record Kit(
        String number,
        Arm type,
        String site,
        String packagingLot,
        LocalDate expiresOn,
        @Nullable HandedOut handedOut) {

    /** Who has a kit, for which dose, since when, and whether it came back. */
    public record HandedOut(SubjectId subject, int dose, Instant at, boolean returned) {}

    boolean onShelf(String atSite, LocalDate on) {
        return handedOut == null && site.equals(atSite) && !expiresOn.isBefore(on);
    }

    Kit to(SubjectId subject, int dose, Instant at) {
        return new Kit(number, type, site, packagingLot, expiresOn, new HandedOut(subject, dose, at, false));
    }

    Kit back() {
        return handedOut == null
                ? this
                : new Kit(
                        number,
                        type,
                        site,
                        packagingLot,
                        expiresOn,
                        new HandedOut(handedOut.subject(), handedOut.dose(), handedOut.at(), true));
    }
}
