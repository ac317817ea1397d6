package io.equipoise.randomization.application;

import io.equipoise.contracts.SubjectId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The code breaks of a study and what is known of each; never what was shown. */
public interface CodeBreaks {

    /**
     * One code break: open until its impact is documented.
     *
     * @param deviation absent as long as it is open, as are the next two
     */
    record Line(
            String subject,
            String site,
            String category,
            String brokenBy,
            Instant at,
            @Nullable String deviation,
            @Nullable String assessedBy,
            @Nullable Instant assessedAt) {
        public boolean open() {
            return deviation == null;
        }
    }

    /** Those of a study, the earliest first. */
    List<Line> of(String study);

    boolean knows(SubjectId subject, Instant at);
}
