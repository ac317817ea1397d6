package io.equipoise.dosing.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was told about a study's status, in the order in which it was told.
 *
 * @param holds every safety hold, lifted or not
 * @param defined what the definition itself says; it counts only where no change told reaches back to the day
 */
public record StudyStatus(List<Change> told, @Nullable Change defined, List<SafetyHold> holds) {

    /** The study's status from a day on. */
    public record Change(String status, LocalDate asOf, String reason) {
        private static final Set<String> DOSING =
                Set.of("RECRUITING", "ENROLLING_BY_INVITATION", "ACTIVE_NOT_RECRUITING");

        private static final Set<String> OVER = Set.of("TERMINATED", "COMPLETED", "WITHDRAWN");

        public boolean permitsDosing() {
            return DOSING.contains(status);
        }

        public boolean suspended() {
            return status.equals("SUSPENDED");
        }

        /** Whether this is the suspension that began on that day, and not another one. */
        boolean suspendedSince(LocalDate day) {
            return suspended() && asOf.equals(day);
        }

        /** Whether the study has ended, so that nothing waits for a better day. */
        public boolean over() {
            return OVER.contains(status);
        }

        /** For a person to read. */
        public String inWords() {
            return "the study is %s as of %s: %s".formatted(status, asOf, reason);
        }
    }

    public StudyStatus {
        told = List.copyOf(told);
        holds = List.copyOf(holds);
    }

    /** Of a study that was never held. */
    public StudyStatus(List<Change> told, @Nullable Change defined) {
        this(told, defined, List.of());
    }

    /** The first hold that covers the instant; empty where nothing holds the study then. */
    public Optional<SafetyHold> heldAt(Instant at) {
        return holds.stream().filter(hold -> hold.covers(at)).findFirst();
    }

    /** The change with the latest date not after the day; of several on one date the one told last. */
    public Optional<Change> on(LocalDate day) {
        return told.stream()
                .filter(change -> !change.asOf().isAfter(day))
                .reduce((one, next) -> one.asOf().isAfter(next.asOf()) ? one : next)
                .or(() -> Optional.ofNullable(defined));
    }
}
