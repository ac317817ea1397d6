package io.equipoise.chaos.fault;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Sorts;
import io.equipoise.chaos.evidence.Topology;
import io.equipoise.chaos.ledger.Digest;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;

/** What services keep beside journals and bookkeeping, field by field: for comparing before and after. */
public final class ReadModels {
    private static final Set<String> NOT_ONE =
            Set.of("journal", "bookmarks", "heard", "parked", "dead_letters", "keys", "seals");

    private final MongoClient mongo;

    public ReadModels(MongoClient mongo) {
        this.mongo = mongo;
    }

    /** Digest of each document, by service, collection and id. */
    public Map<String, String> documents() {
        var all = new TreeMap<String, String>();
        for (var service : Topology.listeners()) {
            for (var name : mongo.getDatabase(service).listCollectionNames()) {
                if (!NOT_ONE.contains(name)) {
                    mongo.getDatabase(service)
                            .getCollection(name)
                            .find()
                            .sort(Sorts.ascending("_id"))
                            .forEach(d -> all.put(
                                    service + "/" + name + "/" + d.get("_id"),
                                    Digest.of(byName(d).toJson())));
                }
            }
        }
        return all;
    }

    /** Two streams may fill one document, in either order. */
    private static Document byName(Document document) {
        return new Document(new TreeMap<>(document));
    }

    /** Documents that are there in only one of two looks, or are not the same. */
    public static java.util.List<String> changed(Map<String, String> before, Map<String, String> after) {
        var keys = new java.util.TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        return keys.stream()
                .filter(key -> !java.util.Objects.equals(before.get(key), after.get(key)))
                .toList();
    }

    /** Every listener forgets how far it has heard. */
    public void forgetWhatWasHeard() {
        for (var service : Topology.listeners()) {
            mongo.getDatabase(service).getCollection("heard").deleteMany(new Document());
            mongo.getDatabase(service).getCollection("parked").deleteMany(new Document());
        }
    }
}
