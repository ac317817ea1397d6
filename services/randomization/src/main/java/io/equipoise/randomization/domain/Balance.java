package io.equipoise.randomization.domain;

import io.equipoise.contracts.SubjectId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How even one randomization came out: the arms counted over everybody, in each stratum, at each level of a factor and at
 * each site, and how far they were apart after every allocation. It knows every arm and never prints itself.
 */
public record Balance(List<Design.Share> shares, Count overall, List<Cut> cuts, List<Step> steps) {
    private static final Comparator<Map.Entry<SubjectId, Seat>> AS_THEY_CAME =
            Comparator.comparingInt(seat -> seat.getValue().ordinal());

    /** By what people are told apart. */
    public enum Kind {
        STRATUM,
        LEVEL,
        SITE
    }

    /** The people of one stratum, level or site. */
    public record Cut(Kind kind, String name, Count count) {}

    /** Somebody's allocation, how far the arms were apart after it, over all and in the stratum where they were furthest. */
    public record Step(SubjectId subject, Seat seat, Fraction apart, Fraction worstStratum) {
        @Override
        public String toString() {
            return "Step[" + subject + "]";
        }
    }

    public Balance {
        shares = List.copyOf(shares);
        cuts = List.copyOf(cuts);
        steps = List.copyOf(steps);
    }

    /** Of people with these places, who came in the order of their ordinals. */
    public static Balance of(List<Design.Share> shares, Map<SubjectId, Seat> seats) {
        var none = Count.none(shares.stream().map(Design.Share::weight).toList());
        var counted = new Counted(shares, none);
        var steps = new ArrayList<Step>();
        seats.entrySet().stream().sorted(AS_THEY_CAME).forEach(seat -> {
            counted.add(seat.getKey(), seat.getValue());
            steps.add(new Step(seat.getKey(), seat.getValue(), counted.overall.apart(), counted.worst()));
        });
        return new Balance(shares, counted.overall, counted.cuts(), steps);
    }

    @Override
    public String toString() {
        return "Balance[hidden]";
    }

    /** What is counted so far. */
    private static final class Counted {
        private final List<Arm> arms;
        private final Count none;
        private final Map<Kind, Map<String, Count>> counts = new TreeMap<>();
        private Count overall;

        Counted(List<Design.Share> shares, Count none) {
            this.arms = shares.stream().map(Design.Share::arm).toList();
            this.none = none;
            this.overall = none;
        }

        void add(SubjectId subject, Seat seat) {
            int arm = arms.indexOf(seat.arm());
            overall = overall.plus(arm);
            add(Kind.STRATUM, seat.stratum(), arm);
            add(Kind.SITE, subject.site(), arm);
            var levels = Stratum.read(seat.stratum()).levels();
            if (levels.size() > 1) {
                levels.forEach((factor, level) -> add(Kind.LEVEL, factor + "=" + level, arm));
            }
        }

        private void add(Kind kind, String name, int arm) {
            counts.computeIfAbsent(kind, first -> new TreeMap<>())
                    .merge(name, none.plus(arm), (before, one) -> before.plus(arm));
        }

        Fraction worst() {
            return counts.getOrDefault(Kind.STRATUM, Map.of()).values().stream()
                    .map(Count::apart)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }

        List<Cut> cuts() {
            return counts.entrySet().stream()
                    .flatMap(kind -> kind.getValue().entrySet().stream()
                            .map(each -> new Cut(kind.getKey(), each.getKey(), each.getValue())))
                    .toList();
        }
    }

    /** How many people each arm has, in the order of the shares, against its share of them. */
    public record Count(List<Integer> people, List<Integer> weights) {
        public Count {
            people = List.copyOf(people);
            weights = List.copyOf(weights);
        }

        static Count none(List<Integer> weights) {
            return new Count(weights.stream().map(weight -> 0).toList(), weights);
        }

        Count plus(int arm) {
            return new Count(
                    IntStream.range(0, people.size())
                            .mapToObj(at -> people.get(at) + (at == arm ? 1 : 0))
                            .toList(),
                    weights);
        }

        public int all() {
            return sum(people);
        }

        /** What the ratio asks for of as many people, for each arm. */
        public List<Fraction> asked() {
            return each(at -> new Fraction((long) all() * weights.get(at), sum(weights)));
        }

        /** How many people each arm has more than the ratio asks for; less than nothing where it has fewer. */
        public List<Fraction> ahead() {
            return each(at ->
                    new Fraction((long) people.get(at) * sum(weights) - (long) all() * weights.get(at), sum(weights)));
        }

        /** From the arm that is furthest behind its share to the one that is furthest ahead; of two equal arms, their difference. */
        public Fraction apart() {
            var ahead = ahead();
            var most = ahead.stream().max(Comparator.naturalOrder()).orElseThrow();
            var least = ahead.stream().min(Comparator.naturalOrder()).orElseThrow();
            return most.minus(least);
        }

        private List<Fraction> each(Function<Integer, Fraction> value) {
            return Stream.iterate(0, at -> at + 1)
                    .limit(people.size())
                    .map(value)
                    .toList();
        }

        private static int sum(List<Integer> numbers) {
            return numbers.stream().mapToInt(number -> number).sum();
        }

        @Override
        public String toString() {
            return "Count[hidden]";
        }
    }
}
