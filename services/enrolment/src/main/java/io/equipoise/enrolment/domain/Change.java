package io.equipoise.enrolment.domain;

import io.equipoise.enrolment.domain.Examinations.Recorded;
import io.equipoise.platform.Refusal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** By how much a measurement lies above its baseline, or why nobody can say. */
public sealed interface Change {

    /** @param by the least and the most; both the same where neither value is a range */
    record Known(Recorded baseline, Recorded latest, Reading by) implements Change {}

    record Refused(Refusal reason) implements Change {}

    /** @param item of the assessment; null for the whole */
    static Change of(Person person, String assessment, @Nullable String item) {
        var what = item == null ? assessment : assessment + " (" + item + ")";
        var baseline = person.examinations().baseline(assessment, item);
        var latest = person.examinations().followUp(assessment, item);
        if (baseline.isEmpty()) {
            return refused("BASELINE_MISSING", "no baseline of " + what + " was recorded: there is no change from it");
        }
        if (latest.isEmpty()) {
            return refused("FOLLOW_UP_MISSING", "nothing was recorded of " + what + " after its baseline");
        }
        var before = baseline.get();
        var after = latest.get();
        if (!Objects.equals(before.instrument(), after.instrument())) {
            return refused(
                    "INSTRUMENTS_DIFFER", what + " was assessed by another instrument, or another version of it");
        }
        if (!Objects.equals(
                before.measurement().reading().unit(),
                after.measurement().reading().unit())) {
            return refused("UNITS_DIFFER", what + " was recorded in another unit; nothing is converted");
        }
        return after.measurement()
                .reading()
                .minus(before.measurement().reading())
                .<Change>map(by -> new Known(before, after, by))
                .orElseGet(() -> refused("READING_WITHOUT_NUMBER", what + " was recorded in words"));
    }

    private static Change refused(String code, String why) {
        return new Refused(Refusal.conflict(code, why));
    }
}
