package io.equipoise.adverseevent.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The same kind of event in so many people after the same lot that the study calls it a cluster.
 *
 * @param events in the order of their onsets
 */
public record LotCluster(String lot, String term, int people, List<LotEvent> events) {
    public LotCluster {
        events = List.copyOf(events);
    }

    /** Every cluster among these events: of each lot and kind, the largest group of people within the threshold's time. */
    public static List<LotCluster> among(List<LotEvent> events, LotThreshold threshold) {
        Map<String, List<LotEvent>> groups = new TreeMap<>(
                events.stream().collect(Collectors.groupingBy(each -> each.lot() + "\n" + plain(each.term()))));
        var clusters = new ArrayList<LotCluster>();
        for (var group : groups.values()) {
            var densest = densest(group, threshold);
            if (people(densest) >= threshold.people()) {
                var first = densest.getFirst();
                clusters.add(new LotCluster(first.lot(), plain(first.term()), people(densest), densest));
            }
        }
        return List.copyOf(clusters);
    }

    /** Terms that differ in capitals and spaces only are of one kind. */
    public static String plain(String term) {
        return term.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private static List<LotEvent> densest(List<LotEvent> group, LotThreshold threshold) {
        var ordered = group.stream()
                .sorted(Comparator.comparing((LotEvent each) -> start(each)).thenComparing(LotEvent::event))
                .toList();
        var within = threshold.within();
        if (within == null) {
            return ordered;
        }
        List<LotEvent> best = List.of();
        for (int from = 0; from < ordered.size(); from++) {
            var near = near(ordered.subList(from, ordered.size()), within);
            best = people(near) > people(best) ? near : best;
        }
        return best;
    }

    private static List<LotEvent> near(List<LotEvent> ordered, Duration within) {
        var end = start(ordered.getFirst()).plus(within);
        return ordered.stream().filter(each -> !start(each).isAfter(end)).toList();
    }

    private static int people(List<LotEvent> events) {
        return (int) events.stream().map(LotEvent::subject).distinct().count();
    }

    /** Of an onset known by its day only, the first moment of that day in UTC. */
    private static Instant start(LotEvent event) {
        return switch (event.onset()) {
            case Moment.At(var instant) -> instant;
            case Moment.On(var date) -> date.atStartOfDay(ZoneOffset.UTC).toInstant();
        };
    }
}
