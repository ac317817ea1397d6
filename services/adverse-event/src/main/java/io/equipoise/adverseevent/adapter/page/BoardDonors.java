package io.equipoise.adverseevent.adapter.page;

import io.equipoise.adverseevent.application.StudyDonors.Picture;
import io.equipoise.adverseevent.domain.Donors;
import io.equipoise.adverseevent.domain.LotThreshold;
import io.equipoise.adverseevent.domain.ProductOrigin;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The events by donor on the board's page.
 *
 * @param donors how many donors there are
 * @param threshold in words, when a donor is marked
 */
record BoardDonors(boolean told, int donors, int people, int events, int before, String threshold, List<Row> rows) {

    /** @param clusters the same event in how many people; empty where nothing is marked */
    record Row(String donor, int doses, int people, int withEvent, int withSerious, int events, String clusters) {}

    static BoardDonors of(Picture picture) {
        var all = picture.donors();
        return new BoardDonors(
                picture.told(),
                (int) all.lines().stream()
                        .map(Donors.Line::origin)
                        .flatMap(Optional::stream)
                        .filter(ProductOrigin::hasDonor)
                        .count(),
                all.people(),
                all.events(),
                all.before(),
                picture.threshold()
                        .map(BoardDonors::words)
                        .orElse("The study has set no threshold for clusters of a lot, so no donor is marked."),
                all.lines().stream().map(BoardDonors::row).toList());
    }

    private static String words(LotThreshold threshold) {
        var within = threshold.within();
        return "A donor is marked where %d people or more had the same event%s: the study's threshold for one lot, held to one donor."
                .formatted(threshold.people(), within == null ? "" : " within " + within);
    }

    private static Row row(Donors.Line line) {
        return new Row(
                line.origin().map(ProductOrigin::code).orElse("not told"),
                line.doses(),
                line.people(),
                line.withEvent(),
                line.withSerious(),
                line.events(),
                line.clusters().stream()
                        .map(cluster -> cluster.term() + " in " + cluster.people())
                        .collect(Collectors.joining(", ")));
    }
}
