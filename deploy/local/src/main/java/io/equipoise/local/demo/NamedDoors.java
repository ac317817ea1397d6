package io.equipoise.local.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The doors that others rely on by their names: each must stand in the OpenAPI pages that the gateway shows. */
record NamedDoors(Trial trial) {
    private static final Map<String, List<String>> DOORS = doors();

    private static Map<String, List<String>> doors() {
        var doors = new TreeMap<String, List<String>>();
        doors.put(
                "study-design",
                List.of(
                        "POST /api/studies",
                        "GET /api/studies/{study}",
                        "GET /api/studies/{study}/gaps",
                        "POST /api/studies/{study}/activation",
                        "POST /api/studies/{study}/sites"));
        doors.put(
                "enrolment",
                List.of(
                        "POST /api/studies/{study}/subjects",
                        "POST /api/subjects/{subject}/consents",
                        "POST /api/subjects/{subject}/screening-facts",
                        "GET /api/subjects/{subject}/eligibility",
                        "POST /api/subjects/{subject}/enrolment",
                        "POST /api/subjects/{subject}/withdrawal"));
        doors.put(
                "randomization",
                List.of(
                        "POST /api/subjects/{subject}/randomization",
                        "POST /api/subjects/{subject}/dispensations",
                        "POST /api/subjects/{subject}/code-breaks"));
        doors.put(
                "dosing-schedule",
                List.of("GET /api/subjects/{subject}/calendar", "POST /api/subjects/{subject}/administrations"));
        doors.put(
                "adverse-event",
                List.of(
                        "POST /api/subjects/{subject}/adverse-events",
                        "GET /api/safety/alerts/stream",
                        "POST /api/safety/alerts/{alert}/acknowledgement"));
        doors.put(
                "imaging",
                List.of(
                        "POST /api/dicom-web/studies",
                        "GET /api/subjects/{subject}/scans",
                        "POST /api/scans/{scan}/reads"));
        doors.put("ehr-integration", List.of("POST /fhir/r4"));
        doors.put("operations", List.of());
        return doors;
    }

    void check() {
        DOORS.forEach((service, named) -> {
            var paths =
                    trial.doors().get("ops-01", "/openapi/" + service).body().path("paths");
            var audit = "GET /api/audit/{service}/verification";
            var missing = named.stream().filter(door -> !stands(door, paths)).toList();
            var all = missing.isEmpty() && (service.equals("operations") || stands(audit, paths));
            trial.report().holds("every named door is described", all, service + ": " + missing);
        });
    }

    private static boolean stands(String door, JsonNode paths) {
        var words = door.split(" ", 2);
        return paths.path(words[1]).has(words[0].toLowerCase(Locale.ROOT));
    }
}
