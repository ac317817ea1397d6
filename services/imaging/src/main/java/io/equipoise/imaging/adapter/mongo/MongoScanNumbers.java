package io.equipoise.imaging.adapter.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.equipoise.imaging.application.ScanNumbers;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;

/** Scan numbers, claimed by inserting: the first of two racers gives the number, and no number is given twice. */
public final class MongoScanNumbers implements ScanNumbers {
    private static final String SCAN = "scan";

    private final MongoCollection<Document> numbers;
    private final Supplier<String> chance;

    public MongoScanNumbers(MongoDatabase database, Supplier<String> chance) {
        this.numbers = database.getCollection("scan_numbers");
        this.chance = chance;
        numbers.createIndex(Indexes.ascending(SCAN), new IndexOptions().unique(true));
    }

    @Override
    public Optional<String> known(String studyInstanceUid) {
        return Optional.ofNullable(numbers.find(eq("_id", studyInstanceUid)).first())
                .map(found -> found.getString(SCAN));
    }

    @Override
    public String of(String studyInstanceUid) {
        while (true) {
            var known = known(studyInstanceUid);
            if (known.isPresent()) {
                return known.get();
            }
            var number = chance.get();
            try {
                numbers.insertOne(new Document("_id", studyInstanceUid).append(SCAN, number));
                return number;
            } catch (MongoWriteException taken) {
                if (taken.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw taken;
                }
            }
        }
    }
}
