package io.equipoise.randomization.adapter.mongo;

import io.equipoise.randomization.domain.Arm;
import io.equipoise.randomization.domain.Sequences;
import io.equipoise.randomization.domain.Sequences.Sequence;
import io.equipoise.randomization.domain.Sequences.Span;
import java.time.DateTimeException;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import tools.jackson.databind.JsonNode;

/** Reads what the arms of a crossover give in which period; arms without periods are no crossover. */
final class SequenceReading {
    private SequenceReading() {}

    /** What is kept; where arms speak of periods that the definition does not have, that is named as unknown. */
    static Document of(JsonNode design, JsonNode periods, List<String> unknown) {
        var arms = design.path("arms")
                .valueStream()
                .filter(arm -> arm.has("periods"))
                .toList();
        if (arms.isEmpty()) {
            return new Document();
        }
        var spans = new ArrayList<Document>();
        var sequences = new ArrayList<Document>();
        arms.forEach(arm -> sequences.add(
                new Document("arm", arm.path("arm").asString("")).append("kinds", new ArrayList<String>())));
        boolean sound = !periods.isEmpty() && arms.size() == design.path("arms").size();
        for (var period : periods) {
            var name = period.path("period").asString("");
            spans.add(new Document("period", name)
                    .append("from", period.path("from").asString(""))
                    .append("to", period.path("to").asString("")));
            sound &= isPeriod(period.path("from")) && isPeriod(period.path("to"));
            for (int n = 0; n < arms.size(); n++) {
                var kind = arms.get(n).path("periods").path(name).asString("");
                sound &= Arm.read(kind).isPresent();
                sequences.get(n).getList("kinds", String.class).add(kind);
            }
        }
        if (!sound) {
            unknown.add("/design/periods");
            return new Document();
        }
        return new Document("spans", spans).append("sequences", sequences);
    }

    static Sequences toSequences(Document kept) {
        return new Sequences(
                kept.getList("spans", Document.class, List.of()).stream()
                        .map(span -> new Span(span.getString("period"), span.getString("from"), span.getString("to")))
                        .toList(),
                kept.getList("sequences", Document.class, List.of()).stream()
                        .map(sequence -> new Sequence(
                                new Arm(sequence.getString("arm")),
                                sequence.getList("kinds", String.class).stream()
                                        .map(Arm::new)
                                        .toList()))
                        .toList());
    }

    private static boolean isPeriod(JsonNode text) {
        try {
            return !Period.parse(text.asString("")).isNegative();
        } catch (DateTimeException notOne) {
            return false;
        }
    }
}
