package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.AdverseEvent;
import io.equipoise.adverseevent.domain.AdverseEventFact;
import io.equipoise.adverseevent.domain.CaseFact.CaseClockAtRisk;
import io.equipoise.adverseevent.domain.ClusterFact.ClusterNoticed;
import io.equipoise.adverseevent.domain.EventCoded;
import io.equipoise.adverseevent.domain.SafetyCase;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.StoppingFact.BoundaryCrossed;
import io.equipoise.adverseevent.domain.StoppingFact.EventNoted;
import io.equipoise.adverseevent.domain.alerting.Trigger;
import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.journal.Journal;
import java.util.Optional;
import java.util.stream.Stream;

/** Which facts of this room may call an officer: a new kind of fact is one line here. */
public record Triggers(Journal<SafetyFact> journal, TermCodes codes) {

    Stream<Trigger> of(Commit<SafetyFact> commit) {
        return commit.facts().stream().flatMap(fact -> switch (fact) {
            case AdverseEventFact account -> Stream.of(Trigger.Told.of(account));
            case EventCoded coded -> coded(coded, commit).stream();
            case BoundaryCrossed crossed -> boundary(crossed, commit).stream();
            case ClusterNoticed noticed -> cluster(noticed).stream();
            case CaseClockAtRisk risk -> clock(risk, commit).stream();
            case SafetyFact calm -> Stream.empty();
        });
    }

    /** With the account as it was when the code was given. */
    private Optional<Trigger> coded(EventCoded coded, Commit<SafetyFact> commit) {
        return journal.read(commit.stream()).stream()
                .filter(earlier -> earlier.version() < commit.version())
                .flatMap(earlier -> earlier.facts().stream())
                .filter(AdverseEventFact.class::isInstance)
                .reduce((earlier, later) -> later)
                .map(fact -> new Trigger.Coded(
                        coded.event(),
                        coded.subject(),
                        ((AdverseEventFact) fact).account(),
                        coded.dictionary() + " " + coded.version(),
                        codes.of(coded)));
    }

    /** Each growth of a cluster is news; the event is the one that was entered last. */
    private Optional<Trigger> cluster(ClusterNoticed noticed) {
        var last = noticed.events().getLast();
        return journal.read(AdverseEvent.stream(last)).stream()
                .flatMap(commit -> commit.facts().stream())
                .filter(AdverseEventFact.class::isInstance)
                .findFirst()
                .map(fact -> new Trigger.Cluster(
                        named(noticed.cluster()) + "-" + noticed.people(),
                        last,
                        ((AdverseEventFact) fact).subject(),
                        noticed.lot(),
                        noticed.people()));
    }

    private Optional<Trigger> clock(CaseClockAtRisk risk, Commit<SafetyFact> commit) {
        var facts = journal.read(commit.stream()).stream()
                .flatMap(earlier -> earlier.facts().stream())
                .toList();
        var events = SafetyCase.DECIDER.replay(facts).events();
        return events.isEmpty()
                ? Optional.empty()
                : Optional.of(new Trigger.ClockAtRisk(
                        named(risk.caseId() + "-" + risk.clock() + "-" + risk.due()),
                        events.getLast().event(),
                        risk.subject(),
                        risk.authority(),
                        risk.due()));
    }

    /** A count crosses its boundary with an event, or when the rule is set on events that were there before. */
    private Optional<Trigger> boundary(BoundaryCrossed crossed, Commit<SafetyFact> commit) {
        return journal.read(commit.stream()).stream()
                .filter(earlier -> earlier.version() <= commit.version())
                .flatMap(earlier -> earlier.facts().stream())
                .filter(EventNoted.class::isInstance)
                .map(EventNoted.class::cast)
                .reduce((earlier, later) -> later)
                .flatMap(last -> SubjectId.parse(last.subject())
                        .map(subject -> new Trigger.Boundary(
                                "STOP-" + crossed.study() + "-" + named(crossed.rule()) + "-" + crossed.number(),
                                last.event(),
                                subject,
                                crossed.rule())));
    }

    private static String named(String rule) {
        return rule.replaceAll("[^A-Za-z0-9]+", "-");
    }
}
