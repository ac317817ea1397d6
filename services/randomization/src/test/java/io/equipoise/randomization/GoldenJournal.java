package io.equipoise.randomization;

import io.equipoise.contracts.envelope.OpeningKey;
import io.equipoise.randomization.adapter.rest.DesignTwin;
import io.equipoise.randomization.adapter.rest.TwinTrial;
import io.equipoise.randomization.domain.AllocationEvent.AssignmentTaken;
import io.equipoise.randomization.domain.AllocationEvent.ListApproved;
import io.equipoise.randomization.domain.AllocationEvent.ListDrafted;
import io.equipoise.randomization.domain.AllocationEvent.ListReleased;
import io.equipoise.randomization.domain.AllocationEvent.OpeningKeyReplaced;
import io.equipoise.randomization.domain.AllocationEvent.OpeningKeyReplacementAsked;
import io.equipoise.randomization.domain.AllocationEvent.ProductOriginNoted;
import io.equipoise.randomization.domain.AllocationEvent.SequencesSettled;
import io.equipoise.randomization.domain.Arm;
import io.equipoise.randomization.domain.Design.Share;
import io.equipoise.randomization.domain.DrawnList.Block;
import io.equipoise.randomization.domain.DrawnList.StratumList;
import io.equipoise.randomization.domain.LotSheet;
import io.equipoise.randomization.domain.ProductLot;
import io.equipoise.randomization.domain.ProductOrigin;
import io.equipoise.randomization.domain.SafetyEvent.BrokenForSafety;
import io.equipoise.randomization.domain.SafetyEvent.SafetyBreakRefused;
import io.equipoise.randomization.domain.SafetyObstacle;
import io.equipoise.randomization.domain.Seed;
import io.equipoise.randomization.domain.Sequences.Sequence;
import io.equipoise.randomization.domain.Sequences.Span;
import io.equipoise.randomization.domain.SupplyEvent.LotRegistered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/** Writes a journal to be frozen: once a release, to {@code src/test/resources/journal/}, and never again: a trial, designs, safety reports, donors, assignments. */
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
        try (var world = new World()) {
            breakForSafety(world);
            write(world, Path.of(target[2]));
        }
        try (var world = new World()) {
            replaceTheOpeningKey(world);
            write(world, Path.of(target[3]));
        }
        try (var world = new World()) {
            noteTheDonor(world);
            write(world, Path.of(target[4]));
        }
        try (var world = new World()) {
            takeAnAssignment(world);
            write(world, Path.of(target[5]));
        }
    }

    /** A lot with the code of its tissue donor, and what is noted of a kit of it when it is handed out. */
    private static void noteTheDonor(World world) {
        var sheet = new LotSheet(
                "MSC exosomes",
                new Arm("EXOSOMES"),
                "umbilical cord",
                3,
                null,
                "D-0417",
                List.of(),
                List.of(),
                LocalDate.of(2026, 6, 30),
                60,
                30);
        world.process.journal.append(
                "allocation/" + OTHER_STUDY,
                1,
                World.by("pha-01", "origin"),
                List.of(
                        new LotRegistered(OTHER_STUDY, new ProductLot("EXO-24-07"), sheet),
                        new ProductOriginNoted(
                                OTHER_STUDY,
                                OTHER_STUDY + "-01-0001",
                                "01",
                                "K-483920",
                                1,
                                new ProductOrigin("D-0417"))));
    }

    /** Who decided, beside what they decided. */
    private static void takeAnAssignment(World world) {
        world.process.journal.append(
                "allocation/" + OTHER_STUDY,
                1,
                World.by("assigner:rtsm-core", "assignment"),
                List.of(new AssignmentTaken(OTHER_STUDY, OTHER_STUDY + "-01-0001", "01", "R-000017", "rtsm-core")));
    }

    /** Codes that a safety officer asked for, granted and refused. */
    private static void breakForSafety(World world) {
        world.process.journal.append(
                "allocation/" + OTHER_STUDY,
                1,
                World.by("saf-01", "break"),
                List.of(
                        new BrokenForSafety(
                                OTHER_STUDY,
                                OTHER_STUDY + "-01-0001",
                                "01",
                                "AE-0A1B2C3D",
                                "an expedited report is due in seven days",
                                "saf-01",
                                World.NOW,
                                new Arm("SALINE")),
                        new SafetyBreakRefused(
                                OTHER_STUDY,
                                OTHER_STUDY + "-01-0002",
                                "01",
                                "AE-0A1B2C3E",
                                SafetyObstacle.NOT_A_SUSAR,
                                "saf-01")));
    }

    /** Shares were lost: two people agreed on another opening key. */
    private static void replaceTheOpeningKey(World world) {
        var lost = "the folder with both shares is missing";
        world.process.journal.append(
                "envelopes/" + OTHER_STUDY,
                1,
                World.by("pha-01", "replace"),
                List.of(
                        new OpeningKeyReplacementAsked(OTHER_STUDY, "inv-01", lost, World.NOW),
                        new OpeningKeyReplaced(
                                OTHER_STUDY,
                                new OpeningKey("0123456789abcdef".repeat(4)),
                                "fedcba9876543210".repeat(4),
                                "inv-01",
                                "pha-01",
                                lost)));
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
