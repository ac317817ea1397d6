package io.equipoise.adverseevent.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A study's events counted by the donor of the product that people had been given: several lots may be of one donor, and harm
 * that follows the donor shows only there. An event counts for the donor of the dose that the site named; where it named none,
 * for every donor of whose product the person may have had a dose when it began. It knows arms by their donors, so it is for
 * the data safety board alone.
 *
 * @param lines donors by their codes, whatever they have; then what has no donor, then what nobody told the origin of
 * @param people who were given a dose
 * @param before events that began before any dose: they count for no line
 */
public record Donors(List<Line> lines, int people, int events, int before) {
    public Donors {
        lines = List.copyOf(lines);
    }

    /**
     * One dose that was given.
     *
     * @param zone where the site's clocks are; absent where nobody told
     * @param origin empty where nobody told
     */
    public record Given(
            String subject,
            int dose,
            Instant startedAt,
            @Nullable ZoneId zone,
            Optional<ProductOrigin> origin) {

        /** Whether it may have been given by then: where only the day is known, also on that day. */
        boolean mayPrecede(Moment onset) {
            return !new Moment.At(startedAt).isSurelyAfter(onset, zone);
        }
    }

    /**
     * One event by its newest account.
     *
     * @param dose that the site set it in relation to; absent where it named none
     */
    public record Traced(
            String event,
            String subject,
            String term,
            boolean serious,
            Moment onset,
            @Nullable Integer dose) {}

    /**
     * One donor, or all that has none, or all of which it is not told.
     *
     * @param origin empty where nobody told it
     * @param people who were given a dose of it
     * @param withEvent how many of them have an event that counts here
     * @param clusters the same event in as many of them as the study calls a cluster
     */
    public record Line(
            Optional<ProductOrigin> origin,
            int doses,
            int people,
            int withEvent,
            int withSerious,
            int events,
            List<Cluster> clusters) {
        public Line {
            clusters = List.copyOf(clusters);
        }
    }

    /** The same kind of event in so many people. */
    public record Cluster(String term, int people) {}

    /** @param threshold of the study for one lot, held to one donor here; absent: nothing is a cluster */
    public static Donors of(List<Given> doses, List<Traced> events, @Nullable LotThreshold threshold) {
        var origins = doses.stream()
                .map(Given::origin)
                .distinct()
                .sorted(Comparator.comparing(Donors::place))
                .toList();
        return new Donors(
                origins.stream()
                        .map(origin -> line(origin, doses, events, threshold))
                        .toList(),
                people(doses.stream().map(Given::subject)),
                events.size(),
                (int) events.stream()
                        .filter(event -> countsFor(event, doses).isEmpty())
                        .count());
    }

    private static String place(Optional<ProductOrigin> origin) {
        return origin.map(told -> (told.hasDonor() ? "1 " : "2 ") + told.code()).orElse("3");
    }

    private static Line line(
            Optional<ProductOrigin> origin, List<Given> doses, List<Traced> events, @Nullable LotThreshold threshold) {
        var given = doses.stream().filter(dose -> dose.origin().equals(origin)).toList();
        var here = events.stream()
                .filter(event -> countsFor(event, doses).contains(origin))
                .toList();
        return new Line(
                origin,
                given.size(),
                people(given.stream().map(Given::subject)),
                people(here.stream().map(Traced::subject)),
                people(here.stream().filter(Traced::serious).map(Traced::subject)),
                here.size(),
                origin.filter(ProductOrigin::hasDonor).isPresent() ? clusters(here, threshold) : List.of());
    }

    private static Set<Optional<ProductOrigin>> countsFor(Traced event, List<Given> doses) {
        var own = doses.stream()
                .filter(dose -> dose.subject().equals(event.subject()))
                .toList();
        Predicate<Given> named = dose -> Integer.valueOf(dose.dose()).equals(event.dose());
        Predicate<Given> rule = own.stream().anyMatch(named) ? named : dose -> dose.mayPrecede(event.onset());
        return own.stream().filter(rule).map(Given::origin).collect(Collectors.toSet());
    }

    /** All of one donor, so that the donor takes the place of the lot. */
    private static List<Cluster> clusters(List<Traced> ofOneDonor, @Nullable LotThreshold threshold) {
        if (threshold == null) {
            return List.of();
        }
        var events = ofOneDonor.stream()
                .map(event -> new LotEvent(event.event(), event.subject(), "", event.term(), event.onset()))
                .toList();
        return LotCluster.among(events, threshold).stream()
                .map(cluster -> new Cluster(cluster.term(), cluster.people()))
                .toList();
    }

    private static int people(Stream<String> subjects) {
        return (int) subjects.distinct().count();
    }
}
