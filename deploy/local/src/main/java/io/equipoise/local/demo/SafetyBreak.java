package io.equipoise.local.demo;

import io.equipoise.local.client.Answer;
import io.equipoise.local.client.Doors;
import io.equipoise.local.client.Doors.Command;
import java.util.List;
import java.util.Map;

/** One subject's code is broken for the report of a SUSAR: the safety officer learns the arm, and nobody else does. */
record SafetyBreak(Trial trial, String event, String subject) {
    void run(OfficeCase office) {
        var report = trial.report();
        report.refused("a look before the code is broken", look(), "UNBLINDING_UNKNOWN");
        report.refused("a report's code break by a coordinator", asked("coo-01", true), "ROLE_NOT_ALLOWED");
        trial.doors().logInAgain(OfficeCase.OFFICER);
        report.refused("a report's code break of what was expected", asked(OfficeCase.OFFICER, false), "NOT_A_SUSAR");
        var broken = report.accepted("code of one subject broken for a SUSAR", asked(OfficeCase.OFFICER, true));
        var shown = report.accepted(
                "the officer looks",
                trial.doors()
                        .postWhen(
                                new Command(OfficeCase.OFFICER, unblinding() + "/looks", Map.of()),
                                "UNBLINDING_UNKNOWN"));
        var arm = shown.text("arm");
        report.holds("what the officer sees is what the list says", arm.equals(allocated()), "arm " + arm);
        report.holds("the answer of the break names no arm", !broken.text().contains(arm), broken.text());
        onRecord(trial.doors().get(OfficeCase.OFFICER, unblinding()));
        if (office.isAddressed()) {
            reportUnblinded(office, shown.text("title"));
        }
        report.refused(
                "a look by the site", trial.post("inv-01", unblinding() + "/looks", Map.of()), "ROLE_NOT_ALLOWED");
        report.refused(
                "a look by operations", trial.post("ops-01", unblinding() + "/looks", Map.of()), "ROLE_NOT_ALLOWED");
        List.of("coo-01", "inv-01", "mon-01", "ops-01").forEach(account -> blind(account, arm, shown.text("title")));
    }

    private void onRecord(Answer unblinding) {
        var broken = unblinding.body().path("broken");
        var looks = unblinding.body().path("looks");
        trial.report()
                .holds(
                        "break and look are on record, with who",
                        broken.size() == 1
                                && looks.size() == 1
                                && broken.path(0).path("brokenBy").asString("").equals(OfficeCase.OFFICER)
                                && looks.path(0).path("by").asString("").equals(OfficeCase.OFFICER),
                        unblinding.text());
    }

    /** To the authority a SUSAR goes unblinded (EU CTR 536/2014, Annex III 2.5): the file names the arm, and is a look too. */
    private void reportUnblinded(OfficeCase office, String title) {
        var file = trial.report()
                .accepted(
                        "the authority's own copy, unblinded",
                        office.post("/unblinded/icsr", Map.of("profile", "ICH")));
        var looks = trial.doors()
                .get(OfficeCase.OFFICER, unblinding())
                .body()
                .path("looks")
                .size();
        trial.report()
                .holds(
                        "names what was given, and is a look too",
                        file.text().contains(title) && looks == 2,
                        looks + " looks: " + file.text());
    }

    private String unblinding() {
        return "/api/safety/unblindings/" + event;
    }

    private Answer look() {
        return trial.post(OfficeCase.OFFICER, unblinding() + "/looks", Map.of());
    }

    /** Each asking is on record, so one that came before randomization had heard of the event is asked anew. */
    private Answer asked(String account, boolean unexpected) {
        var body = Map.of(
                "event",
                event,
                "suspected",
                true,
                "unexpected",
                unexpected,
                "reason",
                "a SUSAR is reported unblinded to the authority");
        var path = "/api/subjects/" + subject + "/safety-code-breaks";
        var answer = trial.post(account, path, body);
        for (int i = 0; i < 150 && answer.code().equals("EVENT_NOT_TOLD"); i++) {
            Doors.pause(200);
            answer = trial.post(account, path, body);
        }
        return answer;
    }

    /** As the statistician's list has it. */
    private String allocated() {
        var list = trial.doors().get("sta-01", "/api/studies/" + trial.study() + "/allocation-list");
        return list.body().findParents("subject").stream()
                .filter(slot -> slot.path("subject").asString("").equals(subject))
                .map(slot -> slot.path("arm").asString(""))
                .findFirst()
                .orElse("nobody's");
    }

    /** What a blinded account reads of this person and this event, at every door that lets it in. */
    private void blind(String account, String arm, String title) {
        var doors = List.of(
                "/api/adverse-events/" + event,
                "/api/adverse-events/" + event + "/details",
                "/api/studies/" + trial.study() + "/adverse-events",
                "/api/subjects/" + subject,
                "/api/subjects/" + subject + "/calendar",
                "/api/subjects/" + subject + "/scans",
                unblinding(),
                "/api/safety/alerts",
                "/api/operations/studies/" + trial.study(),
                "/studies/" + trial.study(),
                "/api/audit/adverse-event/commits?stream=unblinding/" + event);
        var answers =
                doors.stream().map(door -> trial.doors().get(account, door)).toList();
        var open = answers.stream().filter(Answer::accepted).count();
        var told = answers.stream()
                .filter(answer -> answer.text().contains(arm) || answer.text().contains(title))
                .findFirst();
        trial.report()
                .holds(
                        "and who is blinded sees nothing of it",
                        open > 0 && !arm.isEmpty() && !title.isEmpty() && told.isEmpty(),
                        account + ", " + open + " doors open: "
                                + told.map(Answer::text).orElse("no arm"));
        trial.report().note("after the break " + account + " reads " + open + " of " + doors.size() + " doors: no arm");
    }
}
