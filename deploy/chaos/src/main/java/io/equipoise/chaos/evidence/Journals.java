package io.equipoise.chaos.evidence;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Reads journals over the store's wire protocol, with nothing of the product in between. */
public final class Journals {
    private final MongoClient mongo;

    public Journals(MongoClient mongo) {
        this.mongo = mongo;
    }

    public List<Commit> all() {
        var all = new ArrayList<Commit>();
        Topology.keepers().forEach(service -> all.addAll(of(service)));
        return all;
    }

    public List<Commit> of(String service) {
        return mongo.getDatabase(service)
                .getCollection("journal")
                .find()
                .sort(Sorts.ascending("lane", "position"))
                .map(document -> commit(service, document))
                .into(new ArrayList<>());
    }

    public long newest(String service) {
        var newest = mongo.getDatabase(service)
                .getCollection("journal")
                .find()
                .sort(Sorts.descending("position"))
                .first();
        return newest == null ? 0 : whole(newest.get("position"));
    }

    /** Where one of the journal's readers is. */
    public long bookmark(String service, String reader) {
        var found = mongo.getDatabase(service)
                .getCollection("bookmarks")
                .find(new Document("_id", reader + "/0"))
                .first();
        return found == null ? 0 : whole(found.get("position"));
    }

    static Commit commit(String service, Document d) {
        return new Commit(
                service,
                text(d.get("_id")),
                text(d.get("stream")),
                whole(d.get("version")),
                (int) whole(d.get("lane")),
                whole(d.get("position")),
                text(d.get("actor")),
                text(d.get("fingerprint")),
                facts(d.get("facts")));
    }

    private static List<Commit.Fact> facts(@Nullable Object stored) {
        var facts = new ArrayList<Commit.Fact>();
        if (stored instanceof List<?> list) {
            for (var fact : list) {
                if (fact instanceof Document d && d.get("data") instanceof Document data) {
                    facts.add(new Commit.Fact(text(d.get("type")), Map.copyOf(present(data))));
                }
            }
        }
        return facts;
    }

    private static Map<String, Object> present(Document data) {
        var kept = new Document();
        data.forEach((name, value) -> {
            if (value != null) {
                kept.append(name, value);
            }
        });
        return kept;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static long whole(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : -1;
    }
}
