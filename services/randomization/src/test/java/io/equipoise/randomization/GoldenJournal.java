package io.equipoise.randomization;

import io.equipoise.randomization.adapter.rest.DesignTwin;
import io.equipoise.randomization.adapter.rest.TwinTrial;
import io.equipoise.randomization.domain.AllocationEvent.ListApproved;
import io.equipoise.randomization.domain.AllocationEvent.ListDrafted;
import io.equipoise.randomization.domain.AllocationEvent.ListReleased;
import io.equipoise.randomization.domain.AllocationEvent.SequencesSettled;
import io.equipoise.randomization.domain.Arm;
import io.equipoise.randomization.domain.Design.Share;
import io.equipoise.randomization.domain.DrawnList.Block;
import io.equipoise.randomization.domain.DrawnList.StratumList;
import io.equipoise.randomization.domain.Seed;
import io.equipoise.randomization.domain.Sequences.Sequence;
import io.equipoise.randomization.domain.Sequences.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/** Writes a journal to be frozen: once a release, to {@code src/test/resources/journal/<release>.json} and {@code <release>-designs.json}, and never again. */
final class GoldenJournal {
    private static final JsonWriterSettings EXACT =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

    static final String OTHER_STUDY = "NCT00000001";

    private GoldenJournal() {}

    public static void main(String[] target) throws IOException {
        var trial = new TwinTrial(List.of("EXOSOMES", "SALINE")).run();
        try (var world = trial.world) {
            write(world, Path.of(target[0]));
        }
        var designs = new DesignTwin(List.of("EXOSOMES", "SALINE")).run();
        try (var world = designs.world) {
            releaseAList(world);
            write(world, Path.of(target[1]));
        }
    }

    /** In a study of its own, because one study has one way of deciding. */
    private static void releaseAList(World world) {
        var saline = new Arm("SALINE");
        var list = new StratumList("ALL", List.of(new Block(List.of(saline, saline))));
        world.process.journal.append(
                "allocation/" + OTHER_STUDY,
                1,
                World.by("sta-01", "release"),
                List.of(
                        new ListDrafted(
                                OTHER_STUDY,
                                new Seed("0123456789abcdef"),
                                List.of(new Share(saline, "Normal Saline", 1)),
                                List.of(list),
                                "sta-01"),
                        new SequencesSettled(
                                OTHER_STUDY,
                                List.of(new Span("P1", "P0W", "P24W")),
                                List.of(new Sequence(saline, List.of(saline)))),
                        new ListApproved(OTHER_STUDY, "sta-02"),
                        new ListReleased(OTHER_STUDY, "sta-01")));
    }

    private static void write(World world, Path target) throws IOException {
        var lines = new ArrayList<String>();
        for (var collection : List.of("keys", "journal")) {
            for (var document : world.database.getCollection(collection).find().sort(new Document("position", 1))) {
                lines.add(new Document("in", collection)
                        .append("document", document)
                        .toJson(EXACT));
            }
        }
        Files.write(target, lines);
    }
}
