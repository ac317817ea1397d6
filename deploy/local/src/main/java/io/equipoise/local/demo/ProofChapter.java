package io.equipoise.local.demo;

import io.equipoise.local.audit.AuditDoors;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Nothing was changed, every read model equals a fresh replay, and no arm is where it must not be. */
record ProofChapter(Trial trial) {
    private static final int LANES = 1;
    private static final List<String> JOURNALS = List.of(
            "study-design",
            "enrolment",
            "randomization",
            "dosing-schedule",
            "adverse-event",
            "imaging",
            "ehr-integration");

    void run() {
        Trial.say("9  Proof: seals, replays, blinding");
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
        new Naming(trial).check();
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
        var doors = new AuditDoors(door -> trial.doors().get("mon-01", door).body());
        var anchored = trial.soon(() -> {
            var written = doors.anchors(service, LANES);
            return doors.chain(service, LANES).isAnchoredToItsEnd(written);
        });
        trial.report().holds("its newest seal anchored elsewhere", anchored, service);
        var written = doors.anchors(service, LANES);
        var chain = doors.chain(service, LANES);
        var differing = new ArrayList<>(chain.broken());
        differing.addAll(chain.against(AuditDoors.holder(service), written));
        trial.report()
                .holds("every seal is what was written down then", differing.isEmpty(), service + ": " + differing);
    }

    private JsonNode verification(String path) {
        return trial.doors().get("mon-01", path).body().path("lanes").path(0);
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
