package io.equipoise.imaging.domain;

import io.equipoise.platform.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a reader counted in a brain with multiple sclerosis (rules.md 4.11). Null is not zero: not assessable, not
 * compared, or not reported.
 */
public record LesionCounts(
        @Nullable Integer gadoliniumEnhancing,
        @Nullable Integer newT2,
        @Nullable Integer enlargingT2,
        @Nullable Integer totalT2) {
    private static final int MOST = 10_000;

    public boolean none() {
        return gadoliniumEnhancing == null && newT2 == null && enlargingT2 == null && totalT2 == null;
    }

    /** Why these counts cannot be so, whatever else is true. */
    Optional<Refusal> contradiction() {
        var wrong = outOfRange();
        if (!wrong.isEmpty()) {
            return Optional.of(
                    Refusal.invalid("COUNT_OUT_OF_RANGE", "a count is 0 to " + MOST, wrong.toArray(String[]::new)));
        }
        int changed = (newT2 == null ? 0 : newT2) + (enlargingT2 == null ? 0 : enlargingT2);
        return totalT2 != null && changed > totalT2
                ? Optional.of(Refusal.invalid(
                        "COUNTS_CONTRADICT",
                        "%d new and enlarging T2 lesions are more than %d in all".formatted(changed, totalT2),
                        "/newT2",
                        "/enlargingT2",
                        "/totalT2"))
                : Optional.empty();
    }

    private List<String> outOfRange() {
        var wrong = new ArrayList<String>();
        note(wrong, "/gadoliniumEnhancing", gadoliniumEnhancing);
        note(wrong, "/newT2", newT2);
        note(wrong, "/enlargingT2", enlargingT2);
        note(wrong, "/totalT2", totalT2);
        return wrong;
    }

    private static void note(List<String> wrong, String pointer, @Nullable Integer count) {
        if (count != null && (count < 0 || count > MOST)) {
            wrong.add(pointer);
        }
    }
}
