package io.equipoise.operations.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One subject's way through the trial, joined from what enrolment, randomization and dosing told. */
public record Person(
        String subject,
        String site,
        Enrolment enrolment,
        @Nullable LocalDate randomizedOn,
        List<CodeBreak> codeBreaks,
        @Nullable LocalDate day0,
        List<Entry> entries,
        List<Dose> doses,
        @Nullable Leaving dosingStopped) {

    public Person {
        codeBreaks = List.copyOf(codeBreaks);
        entries = List.copyOf(entries);
        doses = List.copyOf(doses);
    }

    /**
     * What enrolment told of this person.
     *
     * @param version of the definition that they follow; null before they are enrolled, and where it was not told
     */
    public record Enrolment(
            @Nullable LocalDate screenedOn,
            int attempt,
            @Nullable String rescreenOf,
            @Nullable LocalDate consentedOn,
            @Nullable LocalDate consentWithdrawnOn,
            @Nullable Failure failure,
            @Nullable LocalDate enrolledOn,
            List<Leaving> withdrawals,
            @Nullable Integer version) {
        public static final Enrolment UNHEARD = new Enrolment(null, 1, null, null, null, null, null, List.of(), null);

        public Enrolment {
            withdrawals = List.copyOf(withdrawals);
        }
    }

    /** Not eligible, by which rules, and by which version of the definition; null where that was not told. */
    public record Failure(
            LocalDate on, List<String> rules, @Nullable Integer version) {
        public Failure {
            rules = List.copyOf(rules);
        }
    }

    /** Left the treatment or the study on a day, for a reason. */
    public record Leaving(LocalDate on, String scope, String reason) {}

    /** A code was broken for this person: that it was, by whom and why; never what it showed. */
    public record CodeBreak(
            Instant at,
            String category,
            String by,
            @Nullable String deviation) {
        public boolean open() {
            return deviation == null;
        }
    }

    /** One planned thing of the calendar; an absent bound is a window that nobody stated. */
    public record Entry(
            String entry,
            String title,
            String kind,
            @Nullable Integer dose,
            LocalDate planned,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest,
            String state) {
        public boolean scan() {
            return kind.equals("SCAN");
        }

        public String window() {
            return earliest == null || latest == null ? "unknown" : earliest + " to " + latest;
        }

        public boolean unsettled() {
            return state.equals("PLANNED") || state.equals("HELD");
        }
    }

    /** Something that became of a planned dose: GIVEN, HELD, RELEASED or MISSED; a person has them in the order told. */
    public record Dose(
            int dose,
            String state,
            LocalDate on,
            @Nullable Instant startedAt,
            @Nullable String reason,
            List<String> deviations) {
        public Dose {
            deviations = List.copyOf(deviations);
        }

        public boolean given() {
            return state.equals("GIVEN");
        }

        /** Nothing more will come of this dose. */
        public boolean settled() {
            return given() || state.equals("MISSED");
        }
    }

    /** The day on which the person left the study altogether. */
    public @Nullable Leaving leftStudy() {
        return enrolment.withdrawals().stream()
                .filter(each -> each.scope().equals("STUDY"))
                .findFirst()
                .orElse(null);
    }

    /** The day from which no further dose is due, because treatment or study was left or dosing stopped. */
    public @Nullable Leaving leftTreatment() {
        if (!enrolment.withdrawals().isEmpty()) {
            return enrolment.withdrawals().getFirst();
        }
        return dosingStopped;
    }

    public long dosesGiven() {
        return doses.stream().filter(Dose::given).count();
    }

    /** What became of the dose in the end: the last thing told of it. */
    public @Nullable Dose dose(int number) {
        return doses.stream()
                .filter(each -> each.dose() == number)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }
}
