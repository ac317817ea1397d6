package io.equipoise.randomization.application;

import io.equipoise.contracts.SubjectId;
import io.equipoise.contracts.envelope.Enclosed;
import io.equipoise.contracts.envelope.OpeningKey;
import io.equipoise.contracts.envelope.OpeningShare;
import io.equipoise.contracts.envelope.SealedEnvelope;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import io.equipoise.randomization.application.BreakingCodes.Need;
import io.equipoise.randomization.domain.AllocationEvent;
import io.equipoise.randomization.domain.AllocationEvent.EnvelopesSealed;
import io.equipoise.randomization.domain.AllocationEvent.OpeningKeyReplacementAsked;
import io.equipoise.randomization.domain.AllocationEvent.OpeningShareGiven;
import io.equipoise.randomization.domain.EnvelopeCommand;
import io.equipoise.randomization.domain.EnvelopeCommand.AskReplacement;
import io.equipoise.randomization.domain.EnvelopeCommand.ConfirmReplacement;
import io.equipoise.randomization.domain.EnvelopeCommand.Reconcile;
import io.equipoise.randomization.domain.EnvelopeCommand.SealEnvelopes;
import io.equipoise.randomization.domain.EnvelopeCommand.TakeShare;
import io.equipoise.randomization.domain.Envelopes;
import io.equipoise.randomization.domain.Moment;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/** Envelopes are sealed while the house stands, so that a code can be broken when it does not (domain rules 4.8). */
public final class SealingEnvelopes {
    private static final int KEY = 32;

    private final Allocations allocations;
    private final BreakingCodes codes;
    private final CommandHandler<Envelopes, EnvelopeCommand, AllocationEvent> handler;
    private final IntFunction<byte[]> chance;

    /** @param chance so many unpredictable bytes */
    public SealingEnvelopes(
            Allocations allocations,
            BreakingCodes codes,
            CommandHandler<Envelopes, EnvelopeCommand, AllocationEvent> handler,
            IntFunction<byte[]> chance) {
        this.allocations = allocations;
        this.codes = codes;
        this.handler = handler;
        this.chance = chance;
    }

    /**
     * Who of the randomized has an envelope, and who has none yet.
     *
     * @param asked that the opening key be replaced, and who asked, if somebody did
     */
    public record Inventory(
            int shares, List<String> sealed, List<String> missing, Optional<OpeningKeyReplacementAsked> asked) {
        public Inventory {
            sealed = List.copyOf(sealed);
            missing = List.copyOf(missing);
        }
    }

    public static String stream(String study) {
        return "envelopes/" + study;
    }

    public Outcome<AllocationEvent> takeShare(String study, Attribution by) {
        if (!codes.knows(study)) {
            return Allocations.studyUnknown();
        }
        var hex = HexFormat.of();
        var fresh = new OpeningKey(hex.formatHex(chance.apply(KEY)));
        var outcome = handler.handle(
                stream(study), new TakeShare(study, by.actor(), fresh, hex.formatHex(chance.apply(KEY))), by);
        return outcome instanceof Outcome.Recorded<AllocationEvent>(var commit, var repeated) && !holds(study, commit)
                ? ofFormerKey()
                : outcome;
    }

    /** Whether the share of a commit is one of the key as it is now. */
    private boolean holds(String study, Commit<AllocationEvent> commit) {
        return commit.facts().getLast() instanceof OpeningShareGiven given
                && Integer.valueOf(given.number())
                        .equals(handler.state(stream(study)).holders().get(given.holder()));
    }

    private static Outcome<AllocationEvent> ofFormerKey() {
        return new Outcome.Refused<>(Refusal.conflict(
                "OPENING_KEY_REPLACED",
                "This was done under an opening key that was replaced since; ask anew, as another command."));
    }

    public Outcome<AllocationEvent> askReplacement(String study, String reason, Attribution by) {
        return codes.knows(study)
                ? handler.handle(
                        stream(study),
                        new AskReplacement(study, by.actor(), reason, by.recordedAt()),
                        by.withReason(reason))
                : Allocations.studyUnknown();
    }

    public Outcome<AllocationEvent> confirmReplacement(String study, String askedBy, Attribution by) {
        if (!codes.knows(study)) {
            return Allocations.studyUnknown();
        }
        var hex = HexFormat.of();
        var fresh = new OpeningKey(hex.formatHex(chance.apply(KEY)));
        var slopes = hex.formatHex(chance.apply(KEY));
        return handler.handle(
                stream(study), new ConfirmReplacement(study, by.actor(), askedBy, fresh, slopes, by.recordedAt()), by);
    }

    /** The share that a commit gave out, for the account that took it. */
    public OpeningShare share(String study, Commit<AllocationEvent> commit) {
        if (commit.facts().getLast() instanceof OpeningShareGiven given) {
            return handler.state(stream(study)).share(given.number());
        }
        throw notThis();
    }

    public Outcome<AllocationEvent> seal(String study, boolean anew, Predicate<String> site, Attribution by) {
        if (!codes.knows(study)) {
            return Allocations.studyUnknown();
        }
        var outcome = handler.handle(stream(study), new SealEnvelopes(study, randomized(study, site), anew), by);
        return outcome instanceof Outcome.Recorded<AllocationEvent>(var commit, var repeated) && !seals(study, commit)
                ? ofFormerKey()
                : outcome;
    }

    /** Whether the envelopes of a commit are under the key as it is now. */
    private boolean seals(String study, Commit<AllocationEvent> commit) {
        return commit.facts().getFirst() instanceof EnvelopesSealed sealed
                && handler.state(stream(study)).sealed().containsAll(sealed.subjects());
    }

    /** The envelopes that a commit is about, sealed at this moment; told again they are sealed again, as good as before. */
    public List<SealedEnvelope> envelopes(String study, Commit<AllocationEvent> commit) {
        if (!(commit.facts().getFirst() instanceof EnvelopesSealed sealed)) {
            throw notThis();
        }
        var key = handler.state(stream(study)).key().orElseThrow();
        return sealed.subjects().stream()
                .map(subject -> codes.standing(SubjectId.parse(subject).orElseThrow()))
                .map(held -> SealedEnvelope.seal(
                        new Enclosed(held.subject(), held.arm().code(), held.title()),
                        key,
                        commit.by().recordedAt(),
                        chance.apply(SealedEnvelope.NONCE)))
                .toList();
    }

    public Inventory inventory(String study, Predicate<String> site) {
        var envelopes = handler.state(stream(study));
        var people = randomized(study, site).stream().map(SubjectId::toString).toList();
        return new Inventory(
                envelopes.holders().size(),
                people.stream().filter(envelopes.sealed()::contains).toList(),
                people.stream()
                        .filter(person -> !envelopes.sealed().contains(person))
                        .toList(),
                envelopes.asked());
    }

    public Outcome<AllocationEvent> reconcile(SubjectId subject, Need need, String openedBy, Attribution by) {
        return handler.handle(
                stream(subject.study()),
                new Reconcile(
                        subject,
                        allocations.of(subject.study()).seats().containsKey(subject),
                        need.category(),
                        need.reason(),
                        openedBy,
                        need.at(),
                        new Moment(by.recordedAt(), ZoneOffset.UTC)),
                by.withHappenedAt(need.at()));
    }

    private List<SubjectId> randomized(String study, Predicate<String> site) {
        return allocations.of(study).seats().keySet().stream()
                .filter(subject -> site.test(subject.site()))
                .sorted(Comparator.comparing(SubjectId::toString))
                .toList();
    }

    private static IllegalStateException notThis() {
        return new IllegalStateException("this commit is about something else");
    }
}
