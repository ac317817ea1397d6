package io.equipoise.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;

/**
 * Asks the store and a reference, which has no index and never forgets within a run, for the same things and compares. The
 * store has one index more than the reference: beds are unique among the active.
 */
final class TwoStores {

    private static final int DUPLICATE_KEY = 11000;
    private static final int PARALLEL_ARRAYS = 171;

    private final MongoCollection<Document> reference;
    private final RandomDocuments documents;
    private MongoCollection<Document> store;
    private int compared;
    private int refused;

    TwoStores(MongoCollection<Document> store, MongoCollection<Document> reference, RandomDocuments documents) {
        this.store = store;
        this.reference = reference;
        this.documents = documents;
    }

    void reopened(MongoCollection<Document> again) {
        store = again;
    }

    int compared() {
        return compared;
    }

    int refused() {
        return refused;
    }

    void operate() {
        if (documents.chance(6, 10)) {
            find();
            return;
        }
        switch (documents.number(10)) {
            case 0, 1, 2, 3 -> insert();
            case 4, 5 -> update();
            case 6 -> updateMany();
            case 7 -> delete();
            case 8 -> deleteMany();
            default -> findAndUpdate();
        }
    }

    void compareAll() {
        var all = new Document("w", documents.document().get("w"));
        same("all", content(store, all), content(reference, all));
    }

    private void find() {
        var query = documents.query();
        switch (documents.number(3)) {
            case 0 -> same("find " + query.toJson(), content(store, query), content(reference, query));
            case 1 -> same("count " + query.toJson(), store.countDocuments(query), reference.countDocuments(query));
            default -> findInOrder(query);
        }
    }

    private void findInOrder(Document query) {
        var order = documents.order();
        int limit = documents.chance(1, 3) ? 0 : 1 + documents.number(12);
        int skip = documents.chance(1, 4) ? documents.number(5) : 0;
        same(
                "find " + query.toJson() + " by " + order.toJson() + " skip " + skip + " limit " + limit,
                store.find(query).sort(order).limit(limit).skip(skip).into(new ArrayList<>()),
                reference.find(query).sort(order).limit(limit).skip(skip).into(new ArrayList<>()));
    }

    private void insert() {
        var document = documents.document();
        boolean wrong = reference.countDocuments(byId(document)) > 0 || bedIsTaken(document);
        var code = attempt(() -> store.insertOne(document));
        if (code != PARALLEL_ARRAYS) {
            same("insert " + document.toJson(), code, wrong ? DUPLICATE_KEY : 0);
        }
        if (code == 0) {
            reference.insertOne(document);
        }
    }

    private void update() {
        var query = new Document("_id", documents.id());
        if (documents.chance(1, 2)) {
            query.append("n", new Document("$lt", documents.number(4)));
        }
        var change = documents.change();
        var before = reference.find(query).first();
        int code = attempt(() -> store.updateOne(query, change));
        int referenceCode = attempt(() -> reference.updateOne(query, change));
        if (code != referenceCode && before != null) {
            var after = reference.find(byId(before)).first();
            same("refusal of " + change.toJson(), code == PARALLEL_ARRAYS || bedIsTaken(after), true);
            reference.replaceOne(byId(before), before);
        } else {
            same("update " + query.toJson() + change.toJson(), code, referenceCode);
        }
        var id = new Document("_id", query.get("_id"));
        same("updated " + id.toJson(), content(store, id), content(reference, id));
    }

    private void updateMany() {
        var query = documents.query();
        var change = documents.changeOfMany();
        same(
                "update all " + query.toJson() + change.toJson(),
                store.updateMany(query, change).getMatchedCount(),
                reference.updateMany(query, change).getMatchedCount());
    }

    private void delete() {
        var query = new Document("_id", documents.id());
        same(
                "delete " + query.toJson(),
                store.deleteOne(query).getDeletedCount(),
                reference.deleteOne(query).getDeletedCount());
    }

    private void deleteMany() {
        var query = documents.query();
        if (reference.countDocuments(query) < 20) {
            same(
                    "delete all " + query.toJson(),
                    store.deleteMany(query).getDeletedCount(),
                    reference.deleteMany(query).getDeletedCount());
        }
    }

    private void findAndUpdate() {
        var query = documents.query();
        var order = new FindOneAndUpdateOptions().sort(documents.order());
        var change = new Document("$inc", new Document("n", 1));
        same(
                "find and update " + query.toJson() + " by " + order,
                List.of(String.valueOf(store.findOneAndUpdate(query, change, order))),
                List.of(String.valueOf(reference.findOneAndUpdate(query, change, order))));
    }

    private boolean bedIsTaken(Document document) {
        var others = new Document("_id", new Document("$ne", document.get("_id")))
                .append("bed", document.get("bed"))
                .append("active", true);
        return document.get("bed") != null
                && document.get("active").equals(true)
                && reference.countDocuments(others) > 0;
    }

    private int attempt(Runnable write) {
        try {
            write.run();
            return 0;
        } catch (MongoWriteException e) {
            refused++;
            return e.getCode();
        } catch (MongoException e) {
            return e.getCode();
        }
    }

    private static Document byId(Document document) {
        return new Document("_id", document.get("_id"));
    }

    private static Map<String, Integer> content(MongoCollection<Document> collection, Document query) {
        var content = new TreeMap<String, Integer>();
        collection.find(query).forEach(document -> content.merge(document.toJson(), 1, Integer::sum));
        return content;
    }

    private void same(String what, Object found, Object expected) {
        compared++;
        assertThat(found).as(what).isEqualTo(expected);
    }
}
