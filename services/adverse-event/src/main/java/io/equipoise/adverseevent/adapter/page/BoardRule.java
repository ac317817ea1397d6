package io.equipoise.adverseevent.adapter.page;

import io.equipoise.adverseevent.application.SiteTime;
import io.equipoise.adverseevent.domain.Countable;
import io.equipoise.adverseevent.domain.Stopping.InForce;
import io.equipoise.adverseevent.domain.StoppingFact.BoundaryCrossed;
import io.equipoise.adverseevent.domain.StoppingFact.StoppingRuleSet;
import io.equipoise.adverseevent.domain.StoppingRule.Choice;
import io.equipoise.adverseevent.domain.Tally;
import io.equipoise.adverseevent.domain.stopping.Boundary;
import io.equipoise.adverseevent.domain.stopping.Boundary.Step;
import io.equipoise.adverseevent.domain.stopping.UpperBound;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One rule on the board's page.
 *
 * @param standing what the boundary says at the people dosed now
 * @param bound what the events seen leave possible
 * @param chart what the picture is drawn from, as JSON
 */
record BoardRule(
        String rule,
        String title,
        String counts,
        String method,
        String crossing,
        String statedBy,
        int n,
        int events,
        boolean crossed,
        String standing,
        String bound,
        List<Step> steps,
        String attained,
        List<CrossingRow> crossings,
        String chart) {

    /** When the boundary was crossed, by which counts. */
    record CrossingRow(int number, SiteTime at, int n, int events, int stopAt, String evidence) {}

    /** Writes what a picture is drawn from. */
    interface Charts {
        String written(Map<String, Object> points);
    }

    static BoardRule of(InForce inForce, Tally tally, Charts charts) {
        var set = inForce.set();
        var rule = set.rule();
        var boundary = set.boundary();
        return new BoardRule(
                rule.rule(),
                rule.title(),
                counts(rule.counts()),
                BoardView.words(rule.method()),
                rule.choice() == Choice.HOLD ? "holds the study" : "warns, and holds nothing",
                statedBy(set),
                tally.n(),
                tally.events(),
                boundary.crossed(tally.n(), tally.events()),
                standing(boundary, tally),
                bound(tally),
                boundary.steps(),
                set.attained(),
                inForce.crossings().stream().map(BoardRule::row).toList(),
                charts.written(points(boundary, tally)));
    }

    private static String counts(Countable counted) {
        var words = new ArrayList<String>();
        words.add("the first event of each person dosed, of grade " + counted.grade() + " or more");
        if (counted.serious()) {
            words.add("serious");
        }
        if (counted.related()) {
            words.add("at least possibly related");
        }
        words.add("within " + counted.withinDays() + " days of a dose");
        if (!counted.terms().isEmpty()) {
            words.add("reported as " + String.join(" or ", counted.terms()));
        }
        if (counted.dosedFrom() != null) {
            words.add("of people first dosed on " + counted.dosedFrom() + " or later");
        }
        return String.join(", ", words);
    }

    private static String statedBy(StoppingRuleSet set) {
        var signed = set.signature();
        return signed == null
                ? "version " + set.definitionVersion() + " of the study definition"
                : "%s, %s, %s (%s)"
                        .formatted(
                                signed.name(),
                                BoardView.words(signed.role()),
                                SiteTime.of(signed.at(), null).local(),
                                signed.meaning());
    }

    private static String standing(Boundary boundary, Tally tally) {
        if (tally.n() > boundary.planned()) {
            return "more people are dosed than the %d of whom the rule speaks: it says nothing"
                    .formatted(boundary.planned());
        }
        var least = boundary.at(tally.n());
        return least.isEmpty()
                ? "with %d dosed no count stops the study".formatted(tally.n())
                : "with %d dosed, %d with an event stop the study".formatted(tally.n(), least.getAsInt());
    }

    private static String bound(Tally tally) {
        var upper = UpperBound.of(tally.n(), tally.events());
        var exact = "the true rate may be as high as %s (exact upper bound, one-sided 95 %%)"
                .formatted(upper.exact().percent());
        return tally.events() == 0 && tally.n() > 0
                ? "None in %d does not say none: %s. The rule of three says %s."
                        .formatted(tally.n(), exact, upper.ruleOfThree().percent())
                : "%d in %d: %s.".formatted(tally.events(), tally.n(), exact);
    }

    private static CrossingRow row(BoundaryCrossed crossed) {
        return new CrossingRow(
                crossed.number(),
                SiteTime.of(crossed.at(), null),
                crossed.n(),
                crossed.events(),
                crossed.stopAt(),
                crossed.evidence());
    }

    private static Map<String, Object> points(Boundary boundary, Tally tally) {
        var steps = IntStream.rangeClosed(1, boundary.planned())
                .filter(n -> boundary.at(n).isPresent())
                .mapToObj(n -> List.of(n, boundary.at(n).orElseThrow()))
                .toList();
        var points = new LinkedHashMap<String, Object>();
        points.put("planned", Math.max(boundary.planned(), tally.n()));
        points.put("boundary", steps);
        points.put("n", tally.n());
        points.put("events", tally.events());
        return points;
    }
}
