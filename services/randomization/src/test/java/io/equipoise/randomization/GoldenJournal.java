package io.equipoise.randomization;

import io.equipoise.randomization.adapter.rest.TwinTrial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/** Writes a journal to be frozen: once a release, to {@code src/test/resources/journal/<release>.json}, and never again. */
final class GoldenJournal {
    private static final JsonWriterSettings EXACT =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

    private GoldenJournal() {}

    public static void main(String[] target) throws IOException {
        var trial = new TwinTrial(List.of("EXOSOMES", "SALINE")).run();
        try (var world = trial.world) {
            var lines = new ArrayList<String>();
            for (var collection : List.of("keys", "journal")) {
                for (var document :
                        world.database.getCollection(collection).find().sort(new Document("position", 1))) {
                    lines.add(new Document("in", collection)
                            .append("document", document)
                            .toJson(EXACT));
                }
            }
            Files.write(Path.of(target[0]), lines);
        }
    }
}
