package io.equipoise.imaging.adapter.mongo;

import io.equipoise.imaging.domain.crossover.CrossoverPlan;
import io.equipoise.imaging.domain.crossover.CrossoverPlan.PlannedScan;
import io.equipoise.imaging.domain.crossover.CrossoverPlan.Stage;
import java.time.DateTimeException;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a told definition says of periods, planned scans and carry-over, as it is kept; nothing is added that it lacks. */
final class CrossoverTold {
    static final String FIELD = "crossover";

    private CrossoverTold() {}

    static Document kept(JsonNode definition) {
        var lacking = new ArrayList<String>();
        var periods = new ArrayList<Document>();
        for (var told : definition.path("design").path("periods").path("value")) {
            periods.add(new Document("period", text(told, "period"))
                    .append("title", text(told, "title"))
                    .append("from", days(told, "from"))
                    .append("to", days(told, "to"))
                    .append("washout", days(told, "washout")));
        }
        var scans = new ArrayList<Document>();
        for (var told : definition.path("imaging").path("scans").path("value")) {
            scans.add(new Document("scan", text(told, "scan"))
                    .append("day", told.path("day").isInt() ? told.path("day").intValue() : null)
                    .append("period", text(told, "period")));
        }
        if (periods.isEmpty()) {
            lacking.add("/design/periods");
        }
        if (scans.isEmpty()) {
            lacking.add("/imaging/scans");
        }
        for (int later = 1; later < periods.size(); later++) {
            if (periods.get(later).get("washout") == null) {
                lacking.add("/design/periods/value/" + later + "/washout");
            }
        }
        return new Document("periods", periods)
                .append("scans", scans)
                .append("carryOver", carryOver(definition))
                .append("notStated", lacking);
    }

    static CrossoverPlan plan(Document kept) {
        return new CrossoverPlan(
                kept.getList("periods", Document.class).stream()
                        .map(period -> new Stage(
                                period.getString("period"),
                                period.getString("title"),
                                period.getInteger("from"),
                                period.getInteger("to"),
                                period.getInteger("washout")))
                        .toList(),
                kept.getList("scans", Document.class).stream()
                        .map(scan -> new PlannedScan(
                                scan.getString("scan"), scan.getInteger("day"), scan.getString("period")))
                        .toList(),
                kept.getString("carryOver"),
                List.copyOf(kept.getList("notStated", String.class)));
    }

    private static @Nullable String carryOver(JsonNode definition) {
        for (var question : definition.path("questions")) {
            if ("CARRY_OVER".equals(text(question, "question"))) {
                return text(question.path("answer"), "value");
            }
        }
        return null;
    }

    /** Weeks and days are a number of days; months and years are none. */
    private static @Nullable Integer days(JsonNode told, String field) {
        var text = text(told, field);
        if (text == null) {
            return null;
        }
        try {
            var period = Period.parse(text);
            return period.toTotalMonths() == 0 ? Math.toIntExact(period.get(ChronoUnit.DAYS)) : null;
        } catch (DateTimeException noPeriod) {
            return null;
        }
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.path(field).isString() ? node.path(field).stringValue() : null;
    }
}
