package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.EventDetails;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.Unblinding;
import io.equipoise.adverseevent.domain.UnblindingCommand;
import io.equipoise.adverseevent.domain.UnblindingCommand.Keep;
import io.equipoise.adverseevent.domain.UnblindingCommand.Look;
import io.equipoise.adverseevent.domain.UnblindingFact.TreatmentUnblinded;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The codes that were broken for safety reports. What they say is shown by a look, and each look is on record. */
public final class Unblindings {
    private final CommandHandler<Unblinding, UnblindingCommand, SafetyFact> handler;
    private final ArmTitles titles;
    private final Detailing details;

    public Unblindings(
            CommandHandler<Unblinding, UnblindingCommand, SafetyFact> handler, ArmTitles titles, Detailing details) {
        this.handler = handler;
        this.titles = titles;
        this.details = details;
    }

    /**
     * What a look shows.
     *
     * @param title what the protocol calls the arm; of a crossover first what it gives in the event's period, where the site
     *     named that
     */
    public record Seen(String event, String subject, String arm, String title, String brokenBy, Instant brokenAt) {
        @Override
        public String toString() {
            return "Seen[" + event + "]";
        }
    }

    /** One breaking of the code, or one look: who and when, and nothing of what it says. */
    public record Done(String by, Instant at) {}

    /** How an event's subject stands: blind, where nothing was broken. */
    public record Standing(List<Done> broken, List<Done> looks) {
        public Standing {
            broken = List.copyOf(broken);
            looks = List.copyOf(looks);
        }
    }

    public Standing standing(String event) {
        var known = of(event);
        return new Standing(
                known.told().stream()
                        .map(one -> new Done(one.brokenBy(), one.brokenAt()))
                        .toList(),
                known.looks().stream()
                        .map(look -> new Done(look.by(), look.at()))
                        .toList());
    }

    public void keep(TreatmentUnblinded told, Attribution by) {
        handler.handle(Unblinding.stream(told.event()), new Keep(told), by.withHappenedAt(told.brokenAt()));
    }

    /** What is known of an event's subject. Nothing of it may be shown but through {@link #look}. */
    public Unblinding of(String event) {
        return handler.state(Unblinding.stream(event));
    }

    /**
     * Each asking is a look of its own, even with a key that was used before. Why somebody looks is not taken down: who
     * knows the arm could write it there.
     */
    public Outcome<SafetyFact> look(String event, Attribution by) {
        var looked = new Attribution(
                by.commandId() + "/" + by.recordedAt(),
                by.fingerprint(),
                by.actor(),
                by.role(),
                by.recordedAt(),
                null,
                null,
                by.correlation(),
                by.causation(),
                by.protocol());
        return handler.handle(Unblinding.stream(event), new Look(by.actor(), by.recordedAt()), looked);
    }

    /** What stands, for somebody whose look is recorded. */
    public Seen seen(String event) {
        var known = of(event).latest().orElseThrow(() -> new IllegalStateException("nothing was unblinded"));
        var arm = known.treatment().code();
        return new Seen(
                known.event(), known.subject().toString(), arm, title(known, arm), known.brokenBy(), known.brokenAt());
    }

    private String title(TreatmentUnblinded known, String arm) {
        var study = known.subject().study();
        var whole = titles.title(study, arm).orElse(arm);
        return Optional.ofNullable(details.event(known.event()).details())
                .map(EventDetails::period)
                .flatMap(period -> titles.product(study, arm, period)
                        .map(product -> "%s (period %s of: %s)".formatted(product, period, whole)))
                .orElse(whole);
    }
}
