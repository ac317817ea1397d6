package io.equipoise.local.demo;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The doors that others rely on by their names: each must stand in the OpenAPI pages that the gateway shows. */
record NamedDoors(Trial trial) {
    private static final String AUDIT = "GET /api/audit/{service}/verification";
    private static final String DOORS = """
        study-design POST /api/studies
        study-design GET /api/studies/{study}
        study-design GET /api/studies/{study}/gaps
        study-design POST /api/studies/{study}/activation
        study-design POST /api/studies/{study}/sites
        enrolment POST /api/studies/{study}/subjects
        enrolment POST /api/subjects/{subject}/consents
        enrolment POST /api/subjects/{subject}/screening-facts
        enrolment GET /api/subjects/{subject}/eligibility
        enrolment POST /api/subjects/{subject}/enrolment
        enrolment POST /api/subjects/{subject}/withdrawal
        randomization POST /api/subjects/{subject}/randomization
        randomization POST /api/subjects/{subject}/dispensations
        randomization POST /api/subjects/{subject}/code-breaks
        dosing-schedule GET /api/subjects/{subject}/calendar
        dosing-schedule POST /api/subjects/{subject}/administrations
        adverse-event POST /api/subjects/{subject}/adverse-events
        adverse-event GET /api/safety/alerts/stream
        adverse-event POST /api/safety/alerts/{alert}/acknowledgement
        imaging POST /api/dicom-web/studies
        imaging GET /api/subjects/{subject}/scans
        imaging POST /api/scans/{scan}/reads
        ehr-integration POST /fhir/r4
        """;

    void check() {
        DOORS.lines()
                .map(line -> line.split(" ", 2))
                .collect(Collectors.groupingBy(
                        words -> words[0], Collectors.mapping(words -> words[1], Collectors.toList())))
                .forEach(this::check);
    }

    private void check(String service, List<String> named) {
        var paths = trial.doors().get("ops-01", "/openapi/" + service).body().path("paths");
        var missing = named.stream().filter(door -> !stands(door, paths)).toList();
        trial.report()
                .holds(
                        "every named door is described",
                        missing.isEmpty() && stands(AUDIT, paths),
                        service + ": " + missing);
    }

    private static boolean stands(String door, JsonNode paths) {
        var words = door.split(" ", 2);
        return paths.path(words[1]).has(words[0].toLowerCase(Locale.ROOT));
    }
}
