package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.AdverseEvent;
import io.equipoise.adverseevent.domain.AdverseEventFact;
import io.equipoise.adverseevent.domain.CausalityAssessment;
import io.equipoise.adverseevent.domain.Expectedness;
import io.equipoise.adverseevent.domain.JudgedEvent;
import io.equipoise.adverseevent.domain.Judgement;
import io.equipoise.adverseevent.domain.JudgementCommand;
import io.equipoise.adverseevent.domain.JudgementCommand.AssessCausality;
import io.equipoise.adverseevent.domain.JudgementCommand.AssessExpectedness;
import io.equipoise.adverseevent.domain.Known;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.SafetyInformationVersion;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.journal.Journal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Use cases of investigator and sponsor: say whether a product caused an event, and whether it was to be expected. */
public final class Judging {
    private final House house;
    private final Protocols protocols;
    private final PublishedInformation information;
    private final CommandHandler<JudgedEvent, JudgementCommand, SafetyFact> events;
    private final Journal<SafetyFact> journal;

    public Judging(
            House house,
            Protocols protocols,
            PublishedInformation information,
            CommandHandler<JudgedEvent, JudgementCommand, SafetyFact> events,
            Journal<SafetyFact> journal) {
        this.house = house;
        this.protocols = protocols;
        this.information = information;
        this.events = events;
        this.journal = journal;
    }

    /** An opinion on expectedness: by which version of which product's safety information. */
    public record Opinion(
            String product,
            String version,
            Expectedness result,
            @Nullable String reason) {}

    public Outcome<SafetyFact> assess(
            String event, CausalityAssessment assessment, @Nullable String reason, Attribution by) {
        var account = event(event).account();
        var known = account == null
                ? new Known(false, by.recordedAt(), null, List.of())
                : house.known(account.subject(), by.recordedAt());
        Set<String> products = account == null ? Set.of() : products(account);
        return events.handle(AdverseEvent.stream(event), new AssessCausality(assessment, reason, products, known), by);
    }

    public Outcome<SafetyFact> assess(String event, Opinion opinion, Attribution by) {
        var account = event(event).account();
        var inForce = account == null
                ? null
                : inForceAtOnset(account, opinion.product()).orElse(null);
        return events.handle(
                AdverseEvent.stream(event),
                new AssessExpectedness(
                        opinion.product(), opinion.version(), opinion.result(), opinion.reason(), inForce),
                by);
    }

    /** The event with everything that anybody thought of it; without an account if there is none. */
    public JudgedEvent event(String event) {
        return events.state(AdverseEvent.stream(event));
    }

    /** What the event is taken for now; empty where it was never reported. */
    public Optional<Judgement> judgement(String event) {
        return Judgement.of(told(history(event)));
    }

    /** Everything on record of it, with who and when. */
    public List<Commit<SafetyFact>> history(String event) {
        return journal.read(AdverseEvent.stream(event));
    }

    /** Short names of the study's products. */
    public Set<String> products(AdverseEventFact account) {
        return protocols
                .of(account.subject().study())
                .orElse(SafetyProtocol.UNKNOWN)
                .names()
                .products();
    }

    /** The version that counts for this event: that of the day of its onset at the site (CTR Annex III 2.2). */
    public Optional<SafetyInformationVersion> inForceAtOnset(AdverseEventFact account, String product) {
        var day = account.account().onset().day(house.zone(account.subject()).orElse(null));
        return information.of(account.subject().study()).inForce(product, day);
    }

    /** The facts of an event's stream as the judgement takes them. */
    public static List<Judgement.Told> told(List<Commit<SafetyFact>> commits) {
        return commits.stream()
                .flatMap(commit -> commit.facts().stream()
                        .map(fact -> new Judgement.Told(
                                fact, commit.by().actor(), commit.by().recordedAt())))
                .toList();
    }
}
