package io.equipoise.adverseevent.adapter.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import io.equipoise.adverseevent.application.LotEvents;
import io.equipoise.adverseevent.domain.AdverseEventFact;
import io.equipoise.adverseevent.domain.LotEvent;
import io.equipoise.adverseevent.domain.Moment;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.projection.OwnProjection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The newest account of every event, for lists and for clusters of lots. The narrative stays in the journal. */
public final class EventsProjection implements OwnProjection<SafetyFact>, LotEvents {
    /** An order that the events' numbers, which are chance, make only where nothing else differs. */
    private static final Bson BY_ONSET = Sorts.ascending("onset", "subject", "term", "grade", "dose", "_id");

    private final MongoCollection<Document> events;

    public EventsProjection(MongoDatabase database) {
        events = database.getCollection("adverse_events");
        events.createIndex(Indexes.ascending("study"));
        events.createIndex(Indexes.ascending("subject"));
    }

    @Override
    public List<String> collections() {
        return List.of("adverse_events");
    }

    @Override
    public boolean byStream() {
        return true;
    }

    @Override
    public void apply(Commit<SafetyFact> commit) {
        for (var fact : commit.facts()) {
            if (fact instanceof AdverseEventFact account) {
                put(account);
            }
        }
    }

    /** Whoever writes at the same time, the newest account stays. */
    private void put(AdverseEventFact fact) {
        var older = Filters.and(Filters.eq("_id", fact.event()), Filters.lt("version", fact.version()));
        try {
            events.replaceOne(older, document(fact), new ReplaceOptions().upsert(true));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
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

    @Override
    public Set<String> ofPerson(SubjectId subject) {
        return events.find(Filters.eq("subject", subject.toString()))
                .map(event -> event.getString("_id"))
                .into(new HashSet<>());
    }

    @Override
    public List<LotEvent> ofStudy(String study) {
        var found = new ArrayList<LotEvent>();
        for (var event : events.find(Filters.and(Filters.eq("study", study), Filters.ne("packagingLot", null)))
                .sort(Sorts.ascending("_id"))) {
            Moment.parse(event.getString("onset"))
                    .ifPresent(onset -> found.add(new LotEvent(
                            event.getString("_id"),
                            event.getString("subject"),
                            event.getString("packagingLot"),
                            event.getString("term"),
                            onset)));
        }
        return found;
    }

    List<Map<String, Object>> listed(String study) {
        var found = new ArrayList<Map<String, Object>>();
        for (var document : events.find(Filters.eq("study", study)).sort(BY_ONSET)) {
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
