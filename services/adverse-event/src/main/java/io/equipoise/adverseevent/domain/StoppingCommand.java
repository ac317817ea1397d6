package io.equipoise.adverseevent.domain;

import io.equipoise.adverseevent.domain.StoppingFact.EventNoted;
import io.equipoise.adverseevent.domain.StoppingFact.ExposureNoted;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What may be asked of a study's stopping rules. Times come along as data. */
public sealed interface StoppingCommand {

    /**
     * Let a rule count from now on, or change it; an open hold stays.
     *
     * @param studyKnown whether a study of that name was told of
     * @param definitionVersion of the study definition that says so; absent where somebody signs
     * @param signing absent where the study definition says so
     */
    record SetRule(
            String study,
            StoppingRule rule,
            boolean studyKnown,
            @Nullable Integer definitionVersion,
            @Nullable Signing signing,
            String reason,
            Instant at)
            implements StoppingCommand {}

    /** Count a dose. */
    record NoteExposure(ExposureNoted dose, Instant at) implements StoppingCommand {}

    /** Look at an event as its newest account has it. */
    record NoteEvent(EventNoted event, Instant at) implements StoppingCommand {}

    /** Let the study go on. */
    record LiftHold(String hold, Signing signing, String reason) implements StoppingCommand {}
}
