package io.equipoise.dosing.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What this service has been told by others and needs to decide on an infusion. Facts are in the order in which they
 * were told; what holds on a day follows from their own dates, so that an infusion entered late is judged by its day.
 */
public record Circumstances(
        List<Consent> consents,
        List<Withdrawal> withdrawals,
        StudyStatus study,
        @Nullable Kit kit) {

    /** Consent given, or taken back. */
    public record Consent(boolean given, LocalDate on) {}

    /** The person left treatment or the whole study. */
    public record Withdrawal(LocalDate on, StopScope scope) {}

    /** A kit handed out by the pharmacy, to whom and for which dose. */
    public record Kit(
            String kit,
            String subject,
            int dose,
            String packagingLot,
            Instant dispensedAt,
            @Nullable Instant returnedAt) {}

    public Circumstances {
        consents = List.copyOf(consents);
        withdrawals = List.copyOf(withdrawals);
    }

    boolean liveConsent(LocalDate day) {
        return consents.stream()
                .filter(told -> !told.on().isAfter(day))
                .reduce((earlier, later) -> later)
                .map(Consent::given)
                .orElse(false);
    }

    Optional<Withdrawal> withdrawal(LocalDate day) {
        return withdrawals.stream().filter(left -> !left.on().isAfter(day)).findFirst();
    }
}
