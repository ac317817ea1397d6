package io.equipoise.imaging.domain;

import io.equipoise.imaging.domain.ExpectationCommand.TellMissing;
import io.equipoise.imaging.domain.ExpectationEvent.ScanMissing;
import io.equipoise.platform.Decider;
import io.equipoise.platform.Decision;
import java.util.HashSet;
import java.util.Set;

/** Which scans of a person were said to be missing, so that each is said once. */
public record Expectations(Set<String> told) {
    public static final Decider<Expectations, ExpectationCommand, ImagingEvent> DECIDER =
            new Decider<>(new Expectations(Set.of()), Expectations::decide, Expectations::evolve);

    public Expectations {
        told = Set.copyOf(told);
    }

    Decision<ImagingEvent> decide(ExpectationCommand command) {
        return switch (command) {
            case TellMissing(var subject, var timePoint, var latest) ->
                told.contains(timePoint)
                        ? Decision.accept()
                        : Decision.accept(new ScanMissing(subject, timePoint, latest));
        };
    }

    Expectations evolve(ImagingEvent event) {
        return switch (event) {
            case ScanMissing missing -> {
                var now = new HashSet<>(told);
                now.add(missing.timePoint());
                yield new Expectations(now);
            }
            case ScanEvent foreign -> throw new IllegalStateException("no fact of an expectation: " + foreign);
        };
    }
}
