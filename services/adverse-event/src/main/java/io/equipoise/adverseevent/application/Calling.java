package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.Channel;
import io.equipoise.adverseevent.domain.Target;
import io.equipoise.adverseevent.domain.Watch;
import io.equipoise.adverseevent.domain.alerting.Called;
import io.equipoise.adverseevent.domain.alerting.HeldBack;
import io.equipoise.adverseevent.domain.alerting.MetRule;
import io.equipoise.adverseevent.domain.alerting.Plan;
import io.equipoise.adverseevent.domain.alerting.Rung;
import io.equipoise.adverseevent.domain.alerting.Trigger;
import io.equipoise.contracts.SubjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whom an alert calls: by the study's ladder and rota; where it has no ladder, by the settings. Other systems are told of
 * every alert at once. Where the ladder asks for whoever is on call and nobody is, everybody is called.
 */
public final class Calling {
    private final Watches watches;
    private final Directory directory;
    private final Recipients settings;
    private final EscalationRule rule;

    public Calling(Watches watches, Directory directory, Recipients settings, EscalationRule rule) {
        this.watches = watches;
        this.directory = directory;
        this.settings = settings;
        this.rule = rule;
    }

    Plan plan(Trigger trigger, List<MetRule> met, Instant raisedAt) {
        var subject = trigger.subject();
        var watch = watches.of(subject.study());
        var urgent = urgent(met);
        if (watch.ladder() == null) {
            var escalateAt = rule.after(subject.study()).map(raisedAt::plus).orElse(null);
            var told = Stream.concat(settings.alert().stream(), directory.browsers(subject.site()).stream())
                    .distinct()
                    .toList();
            return new Plan(escalateAt, 0, List.of(), withQuiet(told, watch, urgent, raisedAt));
        }
        var rungs = watch.ladder().ladder().rungs();
        var escalateAt = rungs.size() > 1 ? raisedAt.plus(rungs.get(1).after()) : null;
        return new Plan(
                escalateAt,
                watch.ladder().version(),
                rungs,
                withQuiet(firstRung(rungs.getFirst(), watch, subject, raisedAt), watch, urgent, raisedAt));
    }

    /** Whom a later step of a planned alert reaches, with whoever is on call by then. */
    Called climb(Rung rung, SubjectId subject, boolean urgent, Instant at) {
        var watch = watches.of(subject.study());
        return withQuiet(people(rung, watch, subject, at), watch, urgent, at);
    }

    static boolean urgent(List<MetRule> met) {
        return met.stream().anyMatch(rule -> rule.kind().ignoresQuietHours());
    }

    private List<Target> firstRung(Rung rung, Watch watch, SubjectId subject, Instant at) {
        var systems = settings.alert().stream().filter(target -> target.channel() != Channel.EMAIL);
        return Stream.concat(systems, people(rung, watch, subject, at).stream())
                .distinct()
                .toList();
    }

    private List<Target> people(Rung rung, Watch watch, SubjectId subject, Instant at) {
        var called = new LinkedHashSet<String>();
        for (var each : rung.tell()) {
            switch (each) {
                case Rung.ON_CALL -> called.addAll(orEverybody(onCall(watch, at)));
                case Rung.EVERYBODY -> called.addAll(directory.people());
                default -> called.add(each);
            }
        }
        return called.stream()
                .flatMap(person -> directory.targets(person, subject.site()).stream())
                .distinct()
                .toList();
    }

    private Set<String> orEverybody(List<String> onCall) {
        return onCall.isEmpty() ? directory.people() : new LinkedHashSet<>(onCall);
    }

    private static List<String> onCall(Watch watch, Instant at) {
        return watch.rota() == null ? List.of() : watch.rota().rota().onCall(at);
    }

    /** Those who are not to be disturbed are told when that is over; nobody is spared what is urgent. */
    private Called withQuiet(List<Target> targets, Watch watch, boolean urgent, Instant at) {
        var now = new ArrayList<Target>();
        var later = new ArrayList<HeldBack>();
        for (var target : targets) {
            var quiet = urgent || isSystem(target)
                    ? null
                    : watches.officer(person(target)).quiet();
            var until = quiet == null ? null : quiet.endFor(at).orElse(null);
            if (until == null) {
                now.add(target);
            } else {
                later.add(new HeldBack(person(target), List.of(target), until));
            }
        }
        var rota = watch.rota();
        return new Called(now, rota == null ? 0 : rota.version(), onCall(watch, at), later);
    }

    private static boolean isSystem(Target target) {
        return target.channel() == Channel.WEBHOOK || target.channel() == Channel.FHIR;
    }

    private static String person(Target target) {
        return target.to().split("/", 2)[0];
    }
}
