package io.equipoise.adverseevent.domain.stopping;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The exact boundary with the same pointwise level at every n: the study stops once so many events would be seen, at the
 * acceptable rate, with no more than that level; and the level is the largest that keeps the chance of ever stopping a
 * study of acceptable toxicity within what is allowed (Goldman 1987; Goldman and Hannan 2001; rules.md 4.9).
 *
 * @param planned people at most, 1 to 100
 * @param acceptable the rate of events that is still acceptable
 * @param allowed the chance of stopping at some n where the rate is the acceptable one
 */
public record ExactBoundary(int planned, Share acceptable, Share allowed) implements Method {

    @Override
    public Boundary boundary() {
        var tails = IntStream.rangeClosed(1, planned)
                .mapToObj(n -> new Binomial(n, acceptable).tails())
                .toList();
        var levels =
                List.copyOf(new TreeSet<>(tails.stream().flatMap(List::stream).toList()));
        int low = 0;
        int high = levels.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (at(levels.get(middle), tails).stopping(acceptable).compareTo(allowed) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? Boundary.upTo(planned, n -> n + 1) : at(levels.get(low - 1), tails);
    }

    @Override
    public String attained(Boundary boundary) {
        return "stops a study whose rate is %s with a chance of %s, where %s is allowed"
                .formatted(acceptable.percent(), boundary.stopping(acceptable).rounded(4), allowed.rounded(4));
    }

    @Override
    public String evidence(int n, int events) {
        return "at a rate of %s, %d or more of %d people have an event with a chance of %s"
                .formatted(
                        acceptable.percent(),
                        events,
                        n,
                        new Binomial(n, acceptable).atMost(events - 1).rest().rounded(6));
    }

    /** For each n the least count whose tail is within the level. */
    private static Boundary at(Share level, List<List<Share>> tails) {
        return Boundary.upTo(
                tails.size(),
                n -> 1
                        + (int) tails.get(n - 1).stream()
                                .takeWhile(tail -> tail.compareTo(level) > 0)
                                .count());
    }
}
