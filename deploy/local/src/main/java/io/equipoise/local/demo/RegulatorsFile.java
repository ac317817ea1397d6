package io.equipoise.local.demo;

import io.equipoise.local.client.Answer;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A case as E2B(R3) and as CIOMS I, and the file's way back: as a partner would send it, found to be our own. */
record RegulatorsFile(Trial trial, OfficeCase office, String subject, String term) {
    private static final List<String> ACCOUNT = List.of("term", "grade", "criteria", "onset", "relation", "outcome");

    /** By both profiles; the file that goes out is ICH's. */
    String send() {
        var sent = file("ICH").text();
        check("ICH", sent);
        check("FDA_IND", file("FDA_IND").text());
        return sent;
    }

    /** What the installation does not know of a study is not made up. */
    void isRefused() {
        trial.report().refused("E2B(R3) to nobody who is named", file("ICH"), "N.2.r.3");
    }

    void form() {
        var form = office.get("/cioms").text();
        trial.report()
                .holds(
                        "CIOMS I is a PDF",
                        form.startsWith("%PDF-") && form.strip().endsWith("%%EOF"),
                        form.substring(0, Math.min(80, form.length())));
    }

    private Answer file(String profile) {
        return office.get("/icsr?profile=" + profile);
    }

    private void check(String profile, String file) {
        var findings = office.get("/icsr/findings?profile=" + profile);
        trial.report()
                .holds(
                        "E2B(R3): no rule objects",
                        findings.accepted()
                                && findings.body().isArray()
                                && findings.body().isEmpty(),
                        profile + ": " + findings.text());
        var read = E2bReading.of(file);
        trial.report()
                .holds(
                        "E2B(R3) goes out, and a stranger can read it",
                        read.says(office.number()) && read.says(term) && read.says(subject),
                        profile + ": " + file);
    }

    /** As if a partner sent our own report: it is the same account, is found to be a duplicate, and ends in the case. */
    void readBack(String sent) {
        var report = trial.report();
        var own = office.get("").body();
        var body = Map.of(
                "file",
                sent,
                "subject",
                subject,
                "grades",
                List.of(4),
                "authorities",
                List.of("EU-CTR"),
                "receivedAt",
                OfficeCase.secondsAgo(180).toString(),
                "office",
                OfficeCase.OFFICE);
        var back = report.accepted(
                "our own file comes back from a partner",
                trial.post(OfficeCase.OFFICER, "/api/safety/received-reports", body));
        SusarChapter.takeOver(trial, back.body().path("events").path(0).asString(""));
        var echo = new OfficeCase(trial, back.text("case"));
        report.holds(
                "read whole: the same account, the same number",
                back.body().path("unread").isEmpty()
                        && back.text("worldwideId")
                                .equals(own.path("worldwideId").asString(""))
                        && same(own, echo.get("").body()),
                back.text() + " " + echo.get("").text());
        merge(echo.id());
    }

    private static boolean same(JsonNode own, JsonNode other) {
        var mine = own.path("events").path(0);
        var theirs = other.path("events").path(0);
        return ACCOUNT.stream()
                .allMatch(field -> mine.has(field) && mine.path(field).equals(theirs.path(field)));
    }

    private void merge(String echo) {
        var found = trial.soon(() -> office.get("/duplicates").text().contains(echo));
        trial.report().holds("found to be a duplicate", found, echo);
        var why = Map.of("duplicate", echo, "reason", "our own report, sent back by the partner");
        trial.report().accepted("duplicate merged", office.post("/duplicates", why));
        var numbers = office.get("").body().path("otherNumbers");
        trial.report().holds("and both numbers are kept", numbers.toString().contains(echo), numbers.toString());
    }
}
