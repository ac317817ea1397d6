package io.equipoise.adverseevent.adapter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import io.equipoise.adverseevent.domain.AdverseEventFact;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.projection.OwnProjection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** The newest account of every event, for lists. The narrative stays in the journal. */
public final class EventsProjection implements OwnProjection<SafetyFact> {
    private final MongoCollection<Document> events;

    public EventsProjection(MongoDatabase database) {
        events = database.getCollection("adverse_events");
        events.createIndex(Indexes.ascending("study"));
    }

    @Override
    public List<String> collections() {
        return List.of("adverse_events");
    }

    @Override
    public void apply(Commit<SafetyFact> commit) {
        for (var fact : commit.facts()) {
            if (fact instanceof AdverseEventFact account) {
                put(account);
            }
        }
    }

    private void put(AdverseEventFact fact) {
        var same = Filters.eq("_id", fact.event());
        var before = events.find(same).first();
        if (before == null || before.getInteger("version") < fact.version()) {
            events.replaceOne(same, document(fact), new ReplaceOptions().upsert(true));
        }
    }

    private static Document document(AdverseEventFact fact) {
        var account = fact.account();
        var given = fact.given();
        var document = new Document("_id", fact.event())
                .append("study", fact.subject().study())
                .append("site", fact.subject().site())
                .append("subject", fact.subject().toString())
                .append("term", account.term())
                .append("grade", account.grade())
                .append("serious", account.serious())
                .append("criteria", account.criteria().stream().map(Enum::name).toList())
                .append("onset", account.onset().toString());
        if (account.end() != null) {
            document.append("end", account.end().toString());
        }
        document.append("relation", account.relation().name());
        if (given != null) {
            document.append("dose", given.dose())
                    .append("kit", given.kit())
                    .append("packagingLot", given.packagingLot());
            if (given.minutesFromStart() != null) {
                document.append("minutesFromStart", given.minutesFromStart());
            }
        }
        return document.append("outcome", account.outcome().name()).append("version", fact.version());
    }

    List<Map<String, Object>> ofStudy(String study) {
        var found = new ArrayList<Map<String, Object>>();
        for (var document : events.find(Filters.eq("study", study)).sort(Sorts.ascending("_id"))) {
            found.add(named(document, "event"));
        }
        return found;
    }

    static Map<String, Object> named(Document document, String id) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put(id, document.getString("_id"));
        document.forEach((field, value) -> {
            if (!field.equals("_id")) {
                shown.put(field, value);
            }
        });
        return shown;
    }
}
