package io.equipoise.adverseevent.domain;

import io.equipoise.adverseevent.domain.Finding.Answer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether an event began within the study's window from the start of the dose that it is linked to.
 *
 * @param minutesFromStart of that dose; absent where the minute of onset is not known or there is no dose
 * @param because in words
 */
public record InfusionReaction(Answer answer, @Nullable Long minutesFromStart, String because) {

    /** @param window the study's; where nobody has said it the answer is open, it is never assumed */
    public static InfusionReaction of(@Nullable DoseLink given, @Nullable Duration window) {
        if (given == null) {
            return new InfusionReaction(Answer.NO, null, "it is linked to no dose");
        }
        var minutes = given.minutesFromStart();
        if (minutes == null) {
            return new InfusionReaction(Answer.OPEN, null, "only the day of the onset is known");
        }
        if (window == null) {
            return new InfusionReaction(
                    Answer.OPEN, minutes, "the study has not said how long after its start an infusion can cause one");
        }
        var inside = minutes >= 0 && minutes <= window.toMinutes();
        return new InfusionReaction(
                Answer.of(inside),
                minutes,
                minutes + " minutes from the start; the study's window is " + window.toMinutes());
    }
}
