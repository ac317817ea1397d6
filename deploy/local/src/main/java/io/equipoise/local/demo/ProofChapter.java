package io.equipoise.local.demo;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Nothing was changed, every read model equals a fresh replay, and no arm is where it must not be. */
record ProofChapter(Trial trial) {
    private static final List<String> JOURNALS = List.of(
            "study-design",
            "enrolment",
            "randomization",
            "dosing-schedule",
            "adverse-event",
            "imaging",
            "ehr-integration");

    void run() {
        Trial.say("6  Proof: seals, replays, blinding");
        JOURNALS.forEach(this::seals);
        JOURNALS.forEach(this::projections);
        projections("operations");
        var page = trial.doors().get("ops-01", "/studies/" + trial.study());
        trial.report().holds("the operations page is there", page.status() == 200, page.status() + " " + page.text());
        var figures = trial.soon(() -> trial.doors()
                .get("ops-01", "/api/operations/studies/" + trial.study())
                .text()
                .contains(trial.subject(Trial.PEOPLE)));
        trial.report().holds("and knows everybody", figures, "somebody is missing");
        new NamedDoors(trial).check();
        new Blinding(trial).check();
    }

    private void seals(String service) {
        var path = "/api/audit/" + service + "/verification";
        var sealed = trial.soon(() -> verification(path).path("sealedTo").asLong(0) > 0);
        var answer = trial.doors().get("mon-01", path);
        trial.report()
                .holds(
                        "journal sealed and intact",
                        sealed && answer.body().path("intact").asBoolean(false),
                        service + ": " + answer.text());
        if (!service.equals("study-design")) {
            var anchored = trial.soon(() -> isAnchored(service, verification(path)));
            trial.report().holds("its newest seal anchored elsewhere", anchored, service);
        }
    }

    private JsonNode verification(String path) {
        return trial.doors().get("mon-01", path).body().path("lanes").path(0);
    }

    private boolean isAnchored(String service, JsonNode lane) {
        var anchors = trial.doors().get("mon-01", "/api/audit/anchors");
        return StreamSupport.stream(
                        (anchors.body().isArray()
                                        ? anchors.body()
                                        : anchors.body().path("anchors"))
                                .spliterator(),
                        false)
                .anyMatch(a -> a.path("service").asString("").equals(service)
                        && a.path("seal")
                                .asString("")
                                .equals(lane.path("newestSeal").asString("?")));
    }

    private void projections(String service) {
        var answer = trial.doors().get("mon-01", "/api/audit/" + service + "/projections");
        trial.report()
                .holds(
                        "read models equal a fresh replay",
                        answer.body().path("equal").asBoolean(false),
                        service + ": " + answer.text());
    }
}
