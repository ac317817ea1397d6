package io.equipoise.local.demo;

import io.equipoise.local.client.Answer;
import io.equipoise.local.client.Doors.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** The study as registered, refused with its gaps; then with labelled assumptions, activated. */
record DefinitionChapter(Trial trial) {
    private static final String STUDIES = "/api/studies";

    void run() {
        Trial.say("1  The study: loaded as registered, refused with its gaps, then with labelled assumptions");
        var report = trial.report();
        report.accepted("study loaded as registered", define("NCT07146087.yaml", "application/yaml"));
        var refused = report.refused("activation as registered", activate(), "STUDY_HAS_GAPS");
        var gaps = new TreeSet<String>();
        refused.body().path("pointers").forEach(pointer -> gaps.add(pointer.asString()));
        var expected = new TreeSet<>(java.util.List.of(
                "/dosing/courses/0/amount",
                "/dosing/courses/0/volume",
                "/dosing/firstDose",
                "/design/ratio",
                "/design/maskedParties"));
        report.holds("the gaps are the five that the source leaves", gaps.equals(expected), "they were " + gaps);
        report.accepted("overlay of labelled assumptions", define("assumptions.yaml", "application/merge-patch+yaml"));
        var shown = trial.doors().get("ops-01", path("/gaps"));
        var labels = StreamSupport.stream(shown.body().path("assumptions").spliterator(), false)
                .filter(a -> !a.path("by").asString("").isEmpty()
                        && !a.path("why").asString("").isEmpty())
                .count();
        report.holds(
                "every assumption stays visible as one",
                labels >= 10 && shown.body().path("gaps").isEmpty(),
                "labels " + labels + ", gaps " + shown.body().path("gaps"));
        report.accepted("activation", activate());
        report.accepted("site opened", site());
        list();
    }

    Answer site() {
        return trial.post(
                "ops-01",
                path("/sites"),
                Map.of(
                        "site", "01",
                        "name", "Neurology day ward",
                        "country", "DE",
                        "zone", "Europe/Berlin",
                        "cap", Trial.PEOPLE,
                        "openedOn", trial.opened().toString()));
    }

    Answer define(String resource, String type) {
        try (var in = DefinitionChapter.class.getResourceAsStream("/demo/" + resource)) {
            if (in == null) {
                throw new IllegalStateException("the demonstration lacks " + resource);
            }
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var mine = type.contains("patch")
                    ? "study: " + trial.study() + "\n" + text
                    : trial.casting().ordered(text).replace("study: NCT07146087", "study: " + trial.study());
            return trial.doors()
                    .post(new Command("ops-01", STUDIES, type, mine.getBytes(StandardCharsets.UTF_8), Map.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer activate() {
        return trial.post(
                "ops-01",
                path("/activation"),
                Map.of("activatedOn", trial.opened().toString()));
    }

    /** The statistician draws the list; nobody else sees it, nor the block sizes. */
    private void list() {
        var seed = new byte[16];
        trial.casting().chance("list").nextBytes(seed);
        var draw = new Command(
                "sta-01",
                path("/allocation-list"),
                Map.of(
                        "seed", java.util.HexFormat.of().formatHex(seed),
                        "blockSizes", java.util.List.of(2, 4),
                        "slotsPerStratum", Trial.PEOPLE));
        trial.report()
                .accepted(
                        "list drawn from a seed",
                        trial.doors().postWhen(draw, "STUDY_UNKNOWN", "STUDY_NOT_ACTIVE", "DESIGN_INCOMPLETE"));
        new Supply(trial).receive();
    }

    private String path(String rest) {
        return STUDIES + "/" + trial.study() + rest;
    }
}
