package io.equipoise.platform.architecture.offender.application;

import com.mongodb.client.MongoCollection;
import io.equipoise.platform.architecture.offender.domain.BadModel;
import org.bson.Document;

/** Knows the store, and rewrites history in it. */
public class BadUseCase {
    private final MongoCollection<Document> journal;

    public BadUseCase(MongoCollection<Document> journal) {
        this.journal = journal;
    }

    public void use(BadModel model) {
        journal.deleteMany(new Document("at", model.changed()));
    }
}
