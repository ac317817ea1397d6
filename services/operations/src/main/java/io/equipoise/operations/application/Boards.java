package io.equipoise.operations.application;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers what the board of a study shows now, to somebody who may see these sites. */
public final class Boards {
    private final Trials trials;
    private final Hearing hearing;
    private final Clock clock;

    public Boards(Trials trials, Hearing hearing, Clock clock) {
        this.trials = trials;
        this.hearing = hearing;
        this.clock = clock;
    }

    public Optional<Board> board(String study, Set<String> sites) {
        return trials.trial(study).map(trial -> Board.of(trial, sites, hearing.lines(), clock.instant()));
    }

    public List<Board> all(Set<String> sites) {
        return trials.studies().stream()
                .flatMap(study -> board(study, sites).stream())
                .toList();
    }

    /** A person and everything told of them; empty where there is no such person at these sites. */
    public Optional<Biography> biography(String study, String subject, Set<String> sites) {
        return trials.trial(study)
                .map(trial -> trial.seenFrom(sites))
                .flatMap(trial -> trial.people().stream()
                        .filter(person -> person.subject().equals(subject))
                        .findFirst()
                        .map(person -> new Biography(trial, person, trials.story(subject))));
    }

    /** A person, and what was told of them. */
    public record Biography(Trial trial, Person person, List<Story> story) {
        public Moment told(Story one) {
            return Moment.of(one.toldAt(), trial.zoneOf(person.site()));
        }

        /** What became of a planned thing, by all that was told. */
        public String became(Person.Entry entry) {
            if (entry.scan()) {
                return trial.scansOf(person.subject()).stream()
                        .filter(scan -> scan.timePoint().equals(entry.entry()))
                        .map(Scan::state)
                        .reduce((earlier, later) -> later)
                        .orElse(entry.state());
            }
            var dose = entry.dose() == null ? null : person.dose(entry.dose());
            return dose == null ? entry.state() : dose.state() + " on " + dose.on();
        }

        public List<Harm> harms() {
            return trial.harmsOf(person.subject());
        }

        public String zone() {
            return trial.zoneOf(person.site()).getId();
        }
    }
}
