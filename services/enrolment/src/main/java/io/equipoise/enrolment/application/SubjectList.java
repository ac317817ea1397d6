package io.equipoise.enrolment.application;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who has been registered, as a list; it may be a moment behind. */
public interface SubjectList {

    record Line(
            String subject,
            String study,
            String site,
            int number,
            String stage,
            String screenedOn,
            @Nullable String enrolledOn,
            @Nullable Integer ordinal,
            boolean treatmentStopped,
            @Nullable String consent,
            int attempt,
            @Nullable String rescreenOf,
            @Nullable Integer version) {}

    /**
     * A screening that failed.
     *
     * @param rules that were not met; none where another reason ended it
     * @param version of the definition that asked them; null where nobody wrote it down
     */
    record Failure(
            String site, List<String> rules, @Nullable Integer version) {}

    List<Line> of(String study);

    List<Failure> failures(String study);

    /** The highest number given at a site so far, 0 for none. */
    int highestNumber(String study, String site);
}
