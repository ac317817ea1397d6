package io.equipoise.operations.application;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** Answers whom an amendment concerns, to somebody who may see these sites. */
public final class Amendments {
    private final Trials trials;
    private final Clock clock;

    public Amendments(Trials trials, Clock clock) {
        this.trials = trials;
        this.clock = clock;
    }

    /** Empty where one of the versions was not told. */
    public Optional<Impact> impact(String study, int from, int to, Set<String> sites) {
        return trials.trial(study)
                .flatMap(trial -> trials.version(study, from)
                        .flatMap(earlier -> trials.version(study, to)
                                .map(later -> Impact.of(trial.seenFrom(sites), earlier, later, clock.instant()))));
    }
}
