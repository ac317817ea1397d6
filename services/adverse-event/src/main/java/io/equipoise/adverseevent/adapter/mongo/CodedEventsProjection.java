package io.equipoise.adverseevent.adapter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.equipoise.adverseevent.application.CodedEvents;
import io.equipoise.adverseevent.domain.AdverseEventFact;
import io.equipoise.adverseevent.domain.EventCoded;
import io.equipoise.adverseevent.domain.Recoding.CodedLine;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.projection.OwnProjection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/** The newest code of every event in every dictionary, beside the term as it is reported now. */
public final class CodedEventsProjection implements OwnProjection<SafetyFact>, CodedEvents {
    private final MongoCollection<Document> coded;

    public CodedEventsProjection(MongoDatabase database) {
        coded = database.getCollection("coded_events");
        coded.createIndex(Indexes.ascending("study", "dictionary"));
        coded.createIndex(Indexes.ascending("event"));
    }

    @Override
    public List<String> collections() {
        return List.of("coded_events");
    }

    @Override
    public void apply(Commit<SafetyFact> commit) {
        for (var fact : commit.facts()) {
            if (fact instanceof EventCoded code) {
                var document = document(code);
                coded.replaceOne(
                        Filters.eq("_id", document.getString("_id")), document, new ReplaceOptions().upsert(true));
            } else if (fact instanceof AdverseEventFact account) {
                coded.updateMany(
                        Filters.eq("event", account.event()),
                        Updates.set("reported", account.account().term()));
            }
        }
    }

    private static Document document(EventCoded code) {
        return new Document("_id", code.event() + "/" + code.dictionary())
                .append("event", code.event())
                .append("study", code.subject().study())
                .append("site", code.subject().site())
                .append("dictionary", code.dictionary())
                .append("reported", code.reported())
                .append("codedAs", code.reported())
                .append("version", code.version())
                .append("code", code.code())
                .append("term", code.term());
    }

    @Override
    public Set<String> dictionaries(String study) {
        return coded.find(Filters.eq("study", study))
                .map(each -> each.getString("dictionary"))
                .into(new HashSet<>());
    }

    @Override
    public List<CodedLine> ofStudy(String study, String dictionary) {
        var found = new ArrayList<CodedLine>();
        for (var each : coded.find(Filters.and(Filters.eq("study", study), Filters.eq("dictionary", dictionary)))
                .sort(Sorts.ascending("_id"))) {
            found.add(new CodedLine(
                    each.getString("event"),
                    each.getString("site"),
                    each.getString("reported"),
                    each.getString("codedAs"),
                    each.getString("version"),
                    each.getString("code"),
                    each.getString("term")));
        }
        return found;
    }
}
