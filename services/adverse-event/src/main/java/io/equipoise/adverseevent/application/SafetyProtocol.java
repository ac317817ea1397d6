package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.DetailedEvent.Names;
import io.equipoise.adverseevent.domain.LotThreshold;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The part of a study's newest definition that this room goes by.
 *
 * @param visits their names, in the order of the definition; none where it leaves them open
 * @param window from the start of an infusion, in which an event is an infusion reaction; absent where it was not said
 * @param threshold absent where it was not said
 * @param only the title of its only product, where it has one arm and nobody is masked; absent in all others
 * @param ill what everybody in it has, where it is about one condition and about people who have it
 */
public record SafetyProtocol(
        Names names,
        List<String> visits,
        @Nullable Duration window,
        @Nullable LotThreshold threshold,
        @Nullable String only,
        @Nullable String ill) {
    public static final SafetyProtocol UNKNOWN =
            new SafetyProtocol(new Names(Set.of(), Set.of(), Set.of()), List.of(), null, null, null, null);

    public SafetyProtocol {
        visits = List.copyOf(visits);
    }

    /** How long after its start an infusion may cause an infusion reaction; never assumed. */
    public Optional<Duration> infusionReactionWindow() {
        return Optional.ofNullable(window);
    }

    /** What everybody may know that people get; empty as long as there could be another answer. */
    public Optional<String> openProduct() {
        return Optional.ofNullable(only);
    }

    /** For what its product is given. */
    public Optional<String> condition() {
        return Optional.ofNullable(ill);
    }

    public Optional<LotThreshold> lotThreshold() {
        return Optional.ofNullable(threshold);
    }
}
