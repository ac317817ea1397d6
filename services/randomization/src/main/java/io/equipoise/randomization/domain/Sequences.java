package io.equipoise.randomization.domain;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A crossover: people are randomized once, to a sequence, which gives them something else in each period. Periods are
 * counted from the day of randomization; the last one's last day is still of it.
 */
public record Sequences(List<Span> spans, List<Sequence> sequences) {
    /** Of a study in which an arm is what people get from beginning to end. */
    public static final Sequences NONE = new Sequences(List.of(), List.of());

    /** A period with its beginning and end, as {@code P0W} and {@code P24W}. */
    public record Span(String period, String from, String to) {
        boolean has(LocalDate first, LocalDate day, boolean last) {
            var end = first.plus(Period.parse(to));
            return !day.isBefore(first.plus(Period.parse(from))) && (day.isBefore(end) || (last && day.equals(end)));
        }
    }

    /** What an arm gives in each period, in the order of the periods. */
    public record Sequence(Arm arm, List<Arm> kinds) {
        public Sequence {
            kinds = List.copyOf(kinds);
        }
    }

    public Sequences {
        spans = List.copyOf(spans);
        sequences = List.copyOf(sequences);
    }

    public boolean areNone() {
        return sequences.isEmpty();
    }

    /** What there are kits of. */
    public Stream<Arm> kinds() {
        return sequences.stream().flatMap(sequence -> sequence.kinds().stream()).distinct();
    }

    /** What an arm gives on a day; empty outside every period, whatever the arm. */
    Optional<Arm> kind(Arm arm, LocalDate randomizedOn, LocalDate on) {
        for (int period = 0; period < spans.size(); period++) {
            if (spans.get(period).has(randomizedOn, on, period == spans.size() - 1)) {
                int number = period;
                return sequences.stream()
                        .filter(sequence -> sequence.arm().equals(arm))
                        .map(sequence -> sequence.kinds().get(number))
                        .findFirst();
            }
        }
        return Optional.empty();
    }
}
