package io.equipoise.adverseevent.domain.stopping;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;

/**
 * With how many events among the first n people a study stops, looked at after each of them.
 *
 * @param stopAt for n = 1, 2, ... the least count that stops; more than n where no count does
 */
public record Boundary(List<Integer> stopAt) {
    public Boundary {
        stopAt = List.copyOf(stopAt);
    }

    /** The least count for each n, where only what is possible counts. */
    static Boundary upTo(int planned, IntUnaryOperator leastAt) {
        var all = new ArrayList<Integer>();
        for (int n = 1; n <= planned; n++) {
            all.add(Math.min(leastAt.applyAsInt(n), n + 1));
        }
        return new Boundary(all);
    }

    /** "So many events stop it as long as no more than so many people were dosed." */
    public record Step(int events, int upTo) {}

    /** How many people the rule speaks of. */
    public int planned() {
        return stopAt.size();
    }

    /** Empty where no count stops, and beyond the people of whom the rule speaks. */
    public OptionalInt at(int n) {
        return n < 1 || n > planned() || stopAt.get(n - 1) > n
                ? OptionalInt.empty()
                : OptionalInt.of(stopAt.get(n - 1));
    }

    public boolean crossed(int n, int events) {
        var least = at(n);
        return least.isPresent() && events >= least.getAsInt();
    }

    /** The boundary as tables print it: 2 by n = 2, 3 by n = 6, ... */
    public List<Step> steps() {
        var steps = new ArrayList<Step>();
        for (int n = 1; n <= planned(); n++) {
            var least = at(n);
            if (least.isPresent() && (n == planned() || !at(n + 1).equals(least))) {
                steps.add(new Step(least.getAsInt(), n));
            }
        }
        return steps;
    }

    /** How likely the study is stopped at some n where each person has the event with this chance. */
    public Share stopping(Share chance) {
        var going = new BigInteger[planned() + 1];
        Arrays.fill(going, BigInteger.ZERO);
        going[0] = BigInteger.ONE;
        for (int n = 1; n <= planned(); n++) {
            for (int x = n; x >= 0; x--) {
                var spared = going[x].multiply(chance.rest().part());
                var hit = x == 0 ? BigInteger.ZERO : going[x - 1].multiply(chance.part());
                going[x] = crossed(n, x) ? BigInteger.ZERO : spared.add(hit);
            }
        }
        var left = Arrays.stream(going).reduce(BigInteger.ZERO, BigInteger::add);
        return new Share(left, chance.whole().pow(planned())).rest();
    }
}
