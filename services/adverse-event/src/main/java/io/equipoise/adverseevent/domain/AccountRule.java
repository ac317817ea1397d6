package io.equipoise.adverseevent.domain;

import io.equipoise.platform.Refusal;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** What no account of an event may say. An onset before consent is fine: what was there before is recorded too. */
enum AccountRule {
    TERM_INVALID("name the event in 1 to 250 characters on one line", "/term", (account, known) ->
            account.term().isBlank()
                    || account.term().length() > Limits.TERM
                    || account.term().chars().anyMatch(Character::isISOControl)),
    GRADE_OUT_OF_RANGE("a grade is 1 to 5 (CTCAE v5)", "/grade", (account, known) ->
            account.grade() < 1 || account.grade() > Limits.HIGHEST_GRADE),
    GRADE_5_NOT_FATAL("grade 5 is death: its outcome can only be FATAL", "/outcome", (account, known) ->
            account.grade() == Limits.HIGHEST_GRADE && account.outcome() != EventOutcome.FATAL),
    ONSET_IN_THE_FUTURE("IN_THE_FUTURE", "an onset that has not come yet cannot be reported", "/onset", (account, known) ->
            account.onset().isSurelyAfter(new Moment.At(known.askedAt()), known.zone())),
    END_IN_THE_FUTURE("IN_THE_FUTURE", "an end that has not come yet cannot be reported", "/end", (account, known) ->
            account.end() != null && account.end().isSurelyAfter(new Moment.At(known.askedAt()), known.zone())),
    END_BEFORE_ONSET("the event cannot end before it begins", "/end", (account, known) ->
            account.end() != null && account.onset().isSurelyAfter(account.end(), known.zone())),
    DOSE_NOT_GIVEN(
            "no such dose is recorded as given to this subject; leave the dose out and amend once it is recorded",
            "/dose",
            (account, known) ->
                    account.dose() != null && known.dose(account.dose()).isEmpty());

    private final String code;
    private final String detail;
    private final String pointer;
    private final BiPredicate<Account, Known> broken;

    AccountRule(String detail, String pointer, BiPredicate<Account, Known> broken) {
        this.code = name();
        this.detail = detail;
        this.pointer = pointer;
        this.broken = broken;
    }

    AccountRule(String code, String detail, String pointer, BiPredicate<Account, Known> broken) {
        this.code = code;
        this.detail = detail;
        this.pointer = pointer;
        this.broken = broken;
    }

    static Optional<Refusal> firstBroken(Account account, Known known) {
        return Stream.of(values())
                .filter(rule -> rule.broken.test(account, known))
                .map(AccountRule::refusal)
                .findFirst();
    }

    private Refusal refusal() {
        return this == DOSE_NOT_GIVEN
                ? Refusal.conflict(code, detail, pointer)
                : Refusal.invalid(code, detail, pointer);
    }

    /** Figures that the rules count with. */
    private enum Limits {
        ;
        private static final int TERM = 250;
        private static final int HIGHEST_GRADE = 5;
    }
}
