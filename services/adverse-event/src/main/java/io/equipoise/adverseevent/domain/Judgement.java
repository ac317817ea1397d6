package io.equipoise.adverseevent.domain;

import io.equipoise.adverseevent.domain.Finding.Answer;
import io.equipoise.adverseevent.domain.JudgementFact.CausalityAssessed;
import io.equipoise.adverseevent.domain.JudgementFact.ExpectednessAssessed;
import io.equipoise.contracts.SubjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one event is taken for now, derived from everything on record, with by whom and since when.
 *
 * @param suspected a reasonable possibility for at least one product, by the investigator or by the sponsor: neither can
 *     take back what the other says (CTR Annex III 2.3 point 4)
 * @param unexpected of a product that is suspected; open until a person has held the account as it is now against the list
 */
public record Judgement(
        String event,
        SubjectId subject,
        Finding serious,
        Finding fatalOrLifeThreatening,
        Finding suspected,
        Finding unexpected) {

    /** One fact of an event's stream with who recorded it and when. */
    public record Told(SafetyFact fact, String by, Instant at) {}

    /** From all facts of an event's stream in their order; empty where the event was never reported. */
    public static Optional<Judgement> of(List<Told> stream) {
        Judgement judgement = null;
        var so = new JudgedEvent(null, List.of());
        var accounts = new ArrayList<AdverseEventFact>();
        for (var told : stream) {
            so = JudgedEvent.DECIDER.evolve().apply(so, told.fact());
            if (told.fact() instanceof AdverseEventFact account) {
                accounts.add(account);
            }
            judgement = next(judgement, new Opinions(accounts, so.judgements()), told);
        }
        return Optional.ofNullable(judgement);
    }

    /** Serious, suspected, and not judged to be expected: what a clock may have to run for. */
    public boolean isSusarCandidate() {
        return serious.isYes() && suspected.isYes() && unexpected.answer() != Answer.NO;
    }

    /** A suspected unexpected serious adverse reaction, judged to be one. */
    public boolean isSusar() {
        return isSusarCandidate() && unexpected.isYes();
    }

    private static @Nullable Judgement next(@Nullable Judgement before, Opinions opinions, Told told) {
        if (opinions.accounts().isEmpty()) {
            return before;
        }
        var latest = opinions.accounts().getLast();
        return new Judgement(
                latest.event(),
                latest.subject(),
                finding(
                        before == null ? null : before.serious,
                        Answer.of(latest.account().serious()),
                        told),
                finding(before == null ? null : before.fatalOrLifeThreatening, Answer.of(opinions.deadly()), told),
                finding(before == null ? null : before.suspected, Answer.of(opinions.suspected()), told),
                finding(before == null ? null : before.unexpected, opinions.unexpected(), told));
    }

    private static Finding finding(@Nullable Finding before, Answer now, Told told) {
        return before == null ? new Finding(now, told.by(), told.at()) : before.then(now, told.by(), told.at());
    }

    /** All accounts and all judgements up to some fact. */
    private record Opinions(List<AdverseEventFact> accounts, List<JudgementFact> judgements) {
        Account account() {
            return accounts.getLast().account();
        }

        boolean deadly() {
            return account().criteria().contains(Criterion.DEATH)
                    || account().criteria().contains(Criterion.LIFE_THREATENING)
                    || account().outcome() == EventOutcome.FATAL;
        }

        boolean suspected() {
            return account().relation().isReasonablePossibility()
                    || !suspectedProducts().isEmpty();
        }

        private List<String> suspectedProducts() {
            return standing().stream()
                    .filter(said -> said.result().isReasonablePossibility())
                    .map(CausalityAssessment::product)
                    .distinct()
                    .toList();
        }

        private List<CausalityAssessment> standing() {
            var standing = new ArrayList<CausalityAssessment>();
            for (var judgement : judgements) {
                if (judgement instanceof CausalityAssessed(var event, var subject, var assessment, var reason)) {
                    standing.removeIf(assessment::replaces);
                    standing.add(assessment);
                }
            }
            return standing;
        }

        /** Of the products that are suspected; where only the account says so, of all that were judged. */
        Answer unexpected() {
            var judged = expectedness();
            var suspected = suspectedProducts();
            var ofThese = suspected.isEmpty()
                    ? judged.stream().map(ExpectednessAssessed::product).toList()
                    : suspected;
            var answers = ofThese.stream()
                    .map(product -> judged.stream()
                            .filter(said -> said.product().equals(product))
                            .findFirst()
                            .map(said -> Answer.of(said.result() == Expectedness.UNEXPECTED))
                            .orElse(Answer.OPEN))
                    .toList();
            if (answers.contains(Answer.YES)) {
                return Answer.YES;
            }
            return answers.isEmpty() || answers.contains(Answer.OPEN) ? Answer.OPEN : Answer.NO;
        }

        /** The newest of each product, as long as what was judged is what is on record. */
        private List<ExpectednessAssessed> expectedness() {
            var newest = new ArrayList<ExpectednessAssessed>();
            for (var judgement : judgements) {
                if (judgement instanceof ExpectednessAssessed said) {
                    newest.removeIf(earlier -> earlier.product().equals(said.product()));
                    newest.add(said);
                }
            }
            newest.removeIf(said -> !isStillSo(said.account()));
            return newest;
        }

        private boolean isStillSo(int version) {
            return accounts.stream()
                    .filter(each -> each.version() == version)
                    .anyMatch(each -> sameForTheList(each.account(), account()));
        }

        private static boolean sameForTheList(Account one, Account other) {
            return one.term().equals(other.term())
                    && one.grade() == other.grade()
                    && one.criteria().equals(other.criteria())
                    && one.outcome() == other.outcome()
                    && one.onset().equals(other.onset());
        }
    }
}
