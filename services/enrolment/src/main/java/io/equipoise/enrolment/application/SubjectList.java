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
            @Nullable String consent) {}

    List<Line> of(String study);

    /** The highest number given at a site so far, 0 for none. */
    int highestNumber(String study, String site);
}
