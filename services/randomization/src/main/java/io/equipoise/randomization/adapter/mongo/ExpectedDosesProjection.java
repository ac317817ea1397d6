package io.equipoise.randomization.adapter.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import io.equipoise.platform.consume.Heard;
import io.equipoise.platform.projection.Projection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Keeps what dosing told of the doses to come: each person's planned days, and which doses are over. */
public final class ExpectedDosesProjection implements Projection {
    static final String EXPECTED = "expected-doses";

    private final MongoCollection<Document> expected;

    public ExpectedDosesProjection(MongoDatabase database) {
        this.expected = database.getCollection(EXPECTED);
    }

    @Override
    public Set<String> topics() {
        return Set.of("dosing");
    }

    @Override
    public List<String> collections() {
        return List.of(EXPECTED);
    }

    @Override
    public void apply(Heard heard) {
        switch (heard.type()) {
            case "CalendarPlanned.v1", "CalendarRecalculated.v1" -> keep(heard, planned(heard));
            case "DoseAdministered.v1", "DoseMissed.v1" ->
                keep(heard, set("over." + heard.data().path("dose").asInt(), true));
            case "DosingStopped.v1" -> keep(heard, set("stopped", true));
            default -> {}
        }
    }

    private static Bson planned(Heard heard) {
        var days = new ArrayList<Bson>();
        for (var entry : heard.data().path("entries")) {
            if (entry.path("kind").asString("").equals("DOSE")
                    && entry.path("dose").isInt()) {
                var coming =
                        Set.of("PLANNED", "HELD").contains(entry.path("state").asString(""));
                days.add(set(
                        "days." + entry.path("dose").asInt(),
                        coming ? entry.path("planned").asString("") : ""));
            }
        }
        return combine(days);
    }

    private void keep(Heard heard, Bson what) {
        expected.updateOne(
                eq("_id", heard.text("subject")),
                combine(set("study", heard.text("study")), set("site", heard.text("site")), what),
                new UpdateOptions().upsert(true));
    }
}
