package io.equipoise.adverseevent.domain;

import io.equipoise.platform.Refusal;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What no account of an event may say. An onset before consent is fine: what was there before is recorded too. */
enum AccountRule {
    TERM_INVALID("/term", "name the event in 1 to 250 characters on one line"),
    GRADE_OUT_OF_RANGE("/grade", "a grade is 1 to 5 (CTCAE v5)"),
    GRADE_5_NOT_FATAL("/outcome", "grade 5 is death: its outcome can only be FATAL"),
    ONSET_IN_THE_FUTURE("/onset", "an onset that has not come yet cannot be reported"),
    END_IN_THE_FUTURE("/end", "an end that has not come yet cannot be reported"),
    END_BEFORE_ONSET("/end", "the event cannot end before it begins"),
    DOSE_NOT_GIVEN(
            "/dose",
            "no such dose is recorded as given to this subject; leave the dose out and amend once it is recorded");

    private static final int LONGEST_TERM = 250;
    private static final int HIGHEST_GRADE = 5;

    private final String pointer;
    private final String detail;

    AccountRule(String pointer, String detail) {
        this.pointer = pointer;
        this.detail = detail;
    }

    static Optional<Refusal> firstBroken(Account account, Known known) {
        return Stream.of(values())
                .filter(rule -> rule.isBrokenBy(account, known))
                .map(AccountRule::refusal)
                .findFirst();
    }

    private boolean isBrokenBy(Account account, Known known) {
        var end = account.end();
        var dose = account.dose();
        return switch (this) {
            case TERM_INVALID -> !isOneLine(account.term());
            case GRADE_OUT_OF_RANGE -> account.grade() < 1 || account.grade() > HIGHEST_GRADE;
            case GRADE_5_NOT_FATAL -> account.grade() == HIGHEST_GRADE && account.outcome() != EventOutcome.FATAL;
            case ONSET_IN_THE_FUTURE -> isToCome(account.onset(), known);
            case END_IN_THE_FUTURE -> isToCome(end, known);
            case END_BEFORE_ONSET -> end != null && account.onset().isSurelyAfter(end, known.zone());
            case DOSE_NOT_GIVEN -> dose != null && known.dose(dose).isEmpty();
        };
    }

    private static boolean isOneLine(String term) {
        return !term.isBlank() && term.length() <= LONGEST_TERM && term.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isToCome(@Nullable Moment moment, Known known) {
        return moment != null && moment.isSurelyAfter(new Moment.At(known.askedAt()), known.zone());
    }

    private Refusal refusal() {
        return switch (this) {
            case ONSET_IN_THE_FUTURE, END_IN_THE_FUTURE -> Refusal.invalid("IN_THE_FUTURE", detail, pointer);
            case DOSE_NOT_GIVEN -> Refusal.conflict(name(), detail, pointer);
            case TERM_INVALID, GRADE_OUT_OF_RANGE, GRADE_5_NOT_FATAL, END_BEFORE_ONSET ->
                Refusal.invalid(name(), detail, pointer);
        };
    }
}
