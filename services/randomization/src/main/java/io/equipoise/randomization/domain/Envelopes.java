package io.equipoise.randomization.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;
import static java.util.Objects.requireNonNull;

import io.equipoise.contracts.SubjectId;
import io.equipoise.contracts.envelope.OpeningKey;
import io.equipoise.contracts.envelope.OpeningShare;
import io.equipoise.platform.Decider;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import io.equipoise.randomization.domain.AllocationEvent.EnvelopeOpened;
import io.equipoise.randomization.domain.AllocationEvent.EnvelopesSealed;
import io.equipoise.randomization.domain.AllocationEvent.OpeningKeyMade;
import io.equipoise.randomization.domain.AllocationEvent.OpeningKeyReplaced;
import io.equipoise.randomization.domain.AllocationEvent.OpeningKeyReplacementAsked;
import io.equipoise.randomization.domain.AllocationEvent.OpeningShareGiven;
import io.equipoise.randomization.domain.EnvelopeCommand.AskReplacement;
import io.equipoise.randomization.domain.EnvelopeCommand.ConfirmReplacement;
import io.equipoise.randomization.domain.EnvelopeCommand.Reconcile;
import io.equipoise.randomization.domain.EnvelopeCommand.SealEnvelopes;
import io.equipoise.randomization.domain.EnvelopeCommand.TakeShare;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A study's sealed envelopes: who holds which share of the opening key, who has an envelope, and which were opened.
 *
 * @param made the opening key and the chance of its shares; absent until the first share is taken
 * @param holders each account's one share of the key as it is now
 * @param sealed who has an envelope under the key as it is now
 * @param asked that the key be replaced, until it is
 */
public record Envelopes(
        @Nullable OpeningKeyMade made,
        Map<String, Integer> holders,
        Set<String> sealed,
        Set<Opening> opened,
        Optional<OpeningKeyReplacementAsked> asked) {
    public static final Decider<Envelopes, EnvelopeCommand, AllocationEvent> DECIDER = new Decider<>(
            new Envelopes(null, Map.of(), Set.of(), Set.of(), Optional.empty()), Envelopes::decide, Envelopes::evolve);

    /** How many people have to come together. */
    private static final int TOGETHER = 2;

    private static final int LONGEST_NAME = 100;

    /** One opening is one, however often it is reported. */
    public record Opening(String subject, Instant at) {}

    public Optional<OpeningKey> key() {
        return Optional.ofNullable(made).map(OpeningKeyMade::key);
    }

    /** The share that was given under a number. */
    public OpeningShare share(int number) {
        var fact = requireNonNull(made);
        return fact.key().share(number, fact.slopes());
    }

    Decision<AllocationEvent> decide(EnvelopeCommand command) {
        return switch (command) {
            case TakeShare take -> give(take);
            case SealEnvelopes seal -> seal(seal);
            case Reconcile reconcile -> reconcile(reconcile);
            case AskReplacement ask -> new ReplacingKey(this).ask(ask);
            case ConfirmReplacement confirm -> new ReplacingKey(this).confirm(confirm);
        };
    }

    Envelopes evolve(AllocationEvent event) {
        return switch (event) {
            case OpeningKeyMade fact -> new Envelopes(fact, holders, sealed, opened, asked);
            case OpeningKeyReplacementAsked fact -> new Envelopes(made, holders, sealed, opened, Optional.of(fact));
            case OpeningKeyReplaced fact ->
                new Envelopes(
                        new OpeningKeyMade(fact.study(), fact.key(), fact.slopes()),
                        Map.of(),
                        Set.of(),
                        opened,
                        Optional.empty());
            case OpeningShareGiven fact ->
                new Envelopes(made, Allocation.with(holders, fact.holder(), fact.number()), sealed, opened, asked);
            case EnvelopesSealed fact -> new Envelopes(made, holders, with(sealed, fact.subjects()), opened, asked);
            case EnvelopeOpened fact ->
                new Envelopes(
                        made, holders, sealed, with(opened, List.of(new Opening(fact.subject(), fact.at()))), asked);
            case AllocationEvent ofAnotherStream -> this;
        };
    }

    private Decision<AllocationEvent> give(TakeShare take) {
        if (holders.containsKey(take.holder())) {
            return refuse(Refusal.conflict(
                    "SHARE_ALREADY_HELD",
                    "This account has its share of the opening key; a second one would open envelopes alone."));
        }
        if (holders.size() == OpeningShare.MOST) {
            return refuse(Refusal.conflict("SHARES_EXHAUSTED", "Every share of the opening key is given out."));
        }
        var given = new OpeningShareGiven(take.study(), holders.size() + 1, take.holder());
        return made == null
                ? accept(new OpeningKeyMade(take.study(), take.fresh(), take.slopes()), given)
                : accept(given);
    }

    private Decision<AllocationEvent> seal(SealEnvelopes seal) {
        if (holders.size() < TOGETHER) {
            return refuse(Refusal.conflict(
                    "TOO_FEW_SHARES",
                    "Nobody could open the envelopes: two accounts take a share of the opening key first."));
        }
        var subjects = seal.randomized().stream()
                .map(SubjectId::toString)
                .filter(subject -> seal.anew() || !sealed.contains(subject))
                .sorted()
                .toList();
        return subjects.isEmpty() ? accept() : accept(new EnvelopesSealed(seal.study(), subjects));
    }

    private Decision<AllocationEvent> reconcile(Reconcile told) {
        var subject = told.subject();
        if (opened.contains(new Opening(subject.toString(), told.openedAt()))) {
            return accept();
        }
        return reasonAgainst(told)
                .<Decision<AllocationEvent>>map(Decision::refuse)
                .orElseGet(() -> accept(new EnvelopeOpened(
                        subject.study(),
                        subject.toString(),
                        subject.site(),
                        CodeBreaking.category(told.category()).orElseThrow(),
                        told.reason().strip(),
                        told.openedBy().strip(),
                        told.openedAt())));
    }

    private static Optional<Refusal> reasonAgainst(Reconcile told) {
        if (!told.randomized()) {
            return Optional.of(CodeBreakObstacle.NOT_RANDOMIZED.refusal());
        }
        if (CodeBreaking.category(told.category()).isEmpty()) {
            return Optional.of(CodeBreakObstacle.CATEGORY_UNKNOWN.refusal());
        }
        if (told.reason().strip().length() < CodeBreakObstacle.SHORTEST_REASON) {
            return Optional.of(CodeBreakObstacle.REASON_TOO_SHORT.refusal());
        }
        if (told.openedBy().isBlank() || told.openedBy().length() > LONGEST_NAME) {
            return Optional.of(
                    Refusal.invalid("OPENER_MISSING", "Who opened it is named, in 1 to 100 characters.", "/openedBy"));
        }
        return told.told().isBefore(told.openedAt())
                ? Optional.of(Refusal.invalid("IN_THE_FUTURE", "An envelope was opened, not will be.", "/openedAt"))
                : Optional.empty();
    }

    private static <T> Set<T> with(Set<T> set, List<T> more) {
        var copy = new HashSet<>(set);
        copy.addAll(more);
        return Set.copyOf(copy);
    }
}
