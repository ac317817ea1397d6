package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.AdverseEvent;
import io.equipoise.adverseevent.domain.EventDetailed;
import io.equipoise.adverseevent.domain.Finding.Answer;
import io.equipoise.adverseevent.domain.Judgement;
import io.equipoise.adverseevent.domain.ReportableKind;
import io.equipoise.adverseevent.domain.SafetyCase;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.clock.AuthorityProfile;
import io.equipoise.adverseevent.domain.clock.Judged;
import io.equipoise.platform.journal.Journal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the events of a case were taken for, and since when: what its clocks start from. */
public final class Judgements {
    private final Journal<SafetyFact> journal;

    public Judgements(Journal<SafetyFact> journal) {
        this.journal = journal;
    }

    private record Step(String event, Judged judged) {}

    /**
     * In order. What the first account of every event says was told by the first information, whenever it was entered.
     *
     * @param first when the first information of the case came in
     * @param profile of the authority that is told
     */
    public List<Judged> of(SafetyCase safetyCase, Instant first, AuthorityProfile profile) {
        var steps = new ArrayList<Step>();
        var now = new LinkedHashMap<String, Judged>();
        for (var event : safetyCase.events()) {
            var line = line(event.event(), profile);
            if (!line.isEmpty()) {
                now.put(event.event(), line.getFirst().since(first));
                line.stream().skip(1).forEach(each -> steps.add(new Step(event.event(), each)));
            }
        }
        if (now.isEmpty()) {
            return List.of();
        }
        var all = new ArrayList<Judged>();
        all.add(worst(now, first));
        steps.sort(Comparator.comparing(step -> step.judged().since()));
        for (var step : steps) {
            now.put(step.event(), step.judged());
            all.add(worst(now, step.judged().since()));
        }
        return all;
    }

    private List<Judged> line(String event, AuthorityProfile profile) {
        var told = Judging.told(journal.read(AdverseEvent.stream(event)));
        var line = new ArrayList<Judged>();
        var kinds = Set.<ReportableKind>of();
        for (int i = 1; i <= told.size(); i++) {
            var newest = told.get(i - 1);
            if (newest.fact() instanceof EventDetailed detailed) {
                kinds = profile.likeReactions(detailed.details().kinds());
            }
            var known = kinds;
            Judgement.of(told.subList(0, i)).ifPresent(judgement -> line.add(judged(judgement, known, newest.at())));
        }
        return line;
    }

    private static Judged judged(Judgement judgement, Set<ReportableKind> kinds, Instant since) {
        return new Judged(
                since,
                judgement.serious().answer(),
                judgement.fatalOrLifeThreatening().answer(),
                judgement.suspected().answer(),
                judgement.unexpected().answer(),
                kinds);
    }

    /** Of the events that have to be reported; where none has, of the first. */
    private static Judged worst(Map<String, Judged> now, Instant since) {
        var some = now.values().stream().filter(Judged::reportable).toList();
        var these = some.isEmpty() ? List.of(now.values().iterator().next()) : some;
        return new Judged(
                since,
                worst(these, Judged::serious),
                worst(these, Judged::fatalOrLifeThreatening),
                worst(these, Judged::suspected),
                worst(these, Judged::unexpected),
                these.stream().flatMap(each -> each.kinds().stream()).collect(Collectors.toSet()));
    }

    private static Answer worst(List<Judged> all, Function<Judged, Answer> which) {
        var answers = all.stream().map(which).toList();
        if (answers.contains(Answer.YES)) {
            return Answer.YES;
        }
        return answers.contains(Answer.OPEN) ? Answer.OPEN : Answer.NO;
    }
}
