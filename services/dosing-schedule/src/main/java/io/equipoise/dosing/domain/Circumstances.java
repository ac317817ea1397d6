package io.equipoise.dosing.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What this service has been told by others and needs to decide on an infusion. Facts are in the order in which they
 * were told; what holds on a day follows from their own dates, so that an infusion entered late is judged by its day.
 */
public record Circumstances(
        List<Consent> consents,
        List<Withdrawal> withdrawals,
        List<Status> statuses,
        @Nullable Kit kit) {

    /** Consent given, or taken back. */
    public record Consent(boolean given, LocalDate on) {}

    /** The person left treatment or the whole study. */
    public record Withdrawal(LocalDate on, StopScope scope) {}

    /** The study's status from a day on. */
    public record Status(String status, LocalDate asOf, String reason) {
        private static final Set<String> DOSING = Set.of("RECRUITING", "ENROLLING_BY_INVITATION", "ACTIVE_NOT_RECRUITING");

        public boolean permitsDosing() {
            return DOSING.contains(status);
        }
    }

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
        statuses = List.copyOf(statuses);
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

    Optional<Status> status(LocalDate day) {
        return statusOn(statuses, day);
    }

    /** The change with the latest date not after the day; of several on one date the one told last. */
    public static Optional<Status> statusOn(List<Status> told, LocalDate day) {
        return told.stream()
                .filter(change -> !change.asOf().isAfter(day))
                .reduce((one, next) -> Comparator.comparing(Status::asOf).compare(one, next) > 0 ? one : next);
    }
}
