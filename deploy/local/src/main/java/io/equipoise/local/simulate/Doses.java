package io.equipoise.local.simulate;

import io.equipoise.local.client.Answer;
import io.equipoise.local.client.Doors.Command;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Gives a person every dose of their calendar, each on its planned day; then looks whether the calendar says so too. */
record Doses(SubjectRun run, String subject) {
    private static final String NURSE = "coo-01";
    private static final LocalTime FIRST = LocalTime.of(7, 0);
    private static final int HOURS_BETWEEN = 3;
    private static final int MINUTE = 60;

    void give() {
        var courses = run.protocol().courses();
        if (courses.isEmpty()) {
            return;
        }
        var calendar = run.soon(NURSE, path("/calendar"), answer -> answer.status() == 200);
        run.line().holds(calendar.status() == 200, "calendar: " + calendar.text());
        if (courses.stream().noneMatch(Course::planned)) {
            run.line().holds(open(calendar).isEmpty(), "doses without a schedule: " + calendar.text());
            return;
        }
        var order = open(calendar);
        run.line().holds(!order.isEmpty(), "no dose planned: " + calendar.text());
        var nth = new HashMap<String, Integer>();
        var inDay = new HashMap<LocalDate, Integer>();
        for (var entry : order) {
            var name = entry.path("course").asString("");
            int administration = nth.merge(name, 1, Integer::sum);
            var course = courses.stream().filter(one -> one.name().equals(name)).findFirst();
            if (course.isPresent()) {
                var on = planned(entry);
                give(
                        entry.path("dose").asInt(0),
                        course.get(),
                        administration,
                        at(on, inDay.merge(on, 1, Integer::sum)));
            }
        }
        var after = run.soon(NURSE, path("/calendar"), answer -> open(answer).isEmpty());
        run.line().holds(open(after).isEmpty(), "not every dose is settled: " + after.text());
    }

    private void give(int dose, Course course, int administration, Instant at) {
        var body = new HashMap<String, Object>();
        body.put("dose", dose);
        body.put("startedAt", at.toString());
        body.put("stoppedAt", at.plusSeconds((long) course.minutes() * MINUTE).toString());
        body.put("interruptions", List.of());
        var on = LocalDate.ofInstant(at, ZoneOffset.UTC);
        if (run.protocol().randomizes()) {
            body.put("kit", new Allocation(run.study(), run.protocol()).dispense(subject, dose, on, run.line()));
        } else {
            body.put("lot", "L-SIM-1");
        }
        course.volume().ifPresent(volume -> body.put("volume", volume));
        body.put("route", course.route(administration));
        body.put("details", course.details(administration));
        body.putAll(course.amountGiven());
        if (run.protocol().weighs()) {
            body.put("weight", Map.of("kg", run.inventor().kilograms(), "weighedOn", on.toString()));
        }
        var answer = run.study()
                .doors()
                .postWhen(
                        new Command(NURSE, path("/administrations"), body),
                        "KIT_NOT_DISPENSED_TO_SUBJECT",
                        "CONSENT_MISSING",
                        "STUDY_NOT_DOSING");
        if (run.expect(answer, "dose " + dose + " of " + course.name())) {
            run.line().count("doses");
        }
    }

    /** Doses still to be given, in their order. */
    private static List<JsonNode> open(Answer calendar) {
        var open = new ArrayList<JsonNode>();
        for (var entry : calendar.body().path("entries")) {
            if (entry.path("kind").asString("").equals("DOSE")
                    && entry.path("state").asString("").equals("PLANNED")) {
                open.add(entry);
            }
        }
        return open;
    }

    private static LocalDate planned(JsonNode entry) {
        return LocalDate.parse(entry.path("planned").asString(""));
    }

    private static Instant at(LocalDate on, int nthOfDay) {
        return on.atTime(FIRST).plusHours((long) HOURS_BETWEEN * (nthOfDay - 1)).toInstant(ZoneOffset.UTC);
    }

    private String path(String rest) {
        return "/api/subjects/" + subject + rest;
    }
}
