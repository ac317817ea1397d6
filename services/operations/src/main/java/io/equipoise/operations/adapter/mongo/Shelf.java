package io.equipoise.operations.adapter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import io.equipoise.platform.consume.Heard;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;

/** Documents that are each fed by one stream: what is older than what they hold is dropped, a repeat changes nothing. */
final class Shelf {
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> documents;

    Shelf(MongoDatabase database, String name) {
        documents = database.getCollection(name);
    }

    /** Finds by this field without looking at every document. */
    Shelf indexed(String field) {
        documents.createIndex(Indexes.ascending(field));
        return this;
    }

    void fold(String id, Heard heard, Consumer<Document> change) {
        var found = documents.find(Filters.eq("_id", id)).first();
        var document = found == null ? new Document("_id", id) : found;
        if (holdsNewer(document, heard)) {
            return;
        }
        change.accept(document);
        put(document, heard);
    }

    /** Keeps what one message alone says, under an id that no other message has. */
    void put(Document document, Heard heard) {
        document.append("study", heard.data().path("study").asString(""))
                .append("stream", heard.stream())
                .append("version", heard.version())
                .append("part", heard.part())
                .append("toldAt", heard.at().toString());
        documents.replaceOne(Filters.eq("_id", document.get("_id")), document, UPSERT);
    }

    private static boolean holdsNewer(Document document, Heard heard) {
        if (!heard.stream().equals(document.getString("stream"))) {
            return false;
        }
        long version = document.getLong("version");
        return version > heard.version() || (version == heard.version() && document.getInteger("part") > heard.part());
    }

    List<Document> of(String study) {
        return documents.find(Filters.eq("study", study)).into(new ArrayList<>());
    }

    List<Document> all() {
        return documents.find().into(new ArrayList<>());
    }

    List<Document> where(String field, String value) {
        return documents.find(Filters.eq(field, value)).into(new ArrayList<>());
    }

    /** Puts a small document under its key in a map of such documents, so that the same thing told twice is one thing. */
    static void put(Document document, String map, String key, Document value) {
        var entries = document.get(map, Document.class);
        var kept = entries == null ? new Document() : entries;
        kept.put(key.replace('.', '_').replace('$', '_'), value);
        document.put(map, kept);
    }
}
