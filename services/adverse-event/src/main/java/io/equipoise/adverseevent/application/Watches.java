package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.Officer;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.Watch;
import io.equipoise.adverseevent.domain.WatchFact.AlertRulesSet;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.journal.Journal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What was decided about the watch over a study and by its officers, as the journal has it. */
public final class Watches {
    private final Journal<SafetyFact> journal;

    public Watches(Journal<SafetyFact> journal) {
        this.journal = journal;
    }

    /** What counts now. */
    public Watch of(String study) {
        return Watch.DECIDER.replay(Stream.of(Watch.rules(study), Watch.watch(study))
                .flatMap(this::facts)
                .toList());
    }

    /** What counted for a fact that was recorded then, so that telling it late or again changes nothing. */
    public Watch rulesAt(String study, Instant recorded) {
        return Watch.DECIDER.replay(journal.read(Watch.rules(study)).stream()
                .filter(commit -> !commit.by().recordedAt().isAfter(recorded))
                .flatMap(commit -> commit.facts().stream())
                .toList());
    }

    /** Every version of the rules, with who and why, newest first. */
    public List<Commit<SafetyFact>> history(String study) {
        return journal.read(Watch.rules(study)).reversed();
    }

    public Officer officer(String person) {
        return Officer.DECIDER.replay(facts(Officer.stream(person)).toList());
    }

    private Stream<SafetyFact> facts(String stream) {
        return journal.read(stream).stream().flatMap(commit -> commit.facts().stream());
    }

    /** What a commit of the rules' stream set. */
    public static Optional<AlertRulesSet> rules(Commit<SafetyFact> commit) {
        return commit.facts().stream()
                .filter(AlertRulesSet.class::isInstance)
                .map(AlertRulesSet.class::cast)
                .findFirst();
    }
}
