package io.equipoise.local.twins;

import io.equipoise.local.client.Doors;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Every blinded account at every door that can be read with a study's or a person's name, once all is settled. Left out are
 * the protocol, which names the arms as its registration does, and what is pushed without end.
 */
record LookingAround(Doors doors, Seen seen) {
    private static final List<String> SERVICES = List.of(
            "study-design",
            "enrolment",
            "randomization",
            "dosing-schedule",
            "adverse-event",
            "imaging",
            "ehr-integration",
            "operations");
    private static final List<String> BLINDED =
            List.of("coo-01", "inv-01", "saf-01", "mon-01", "ops-01", "rea-01", "adm-01");
    private static final Pattern LEFT_OUT = Pattern.compile(
            "/api/studies(/\\{study})?(/gaps|/versions.*|/usdm|/odm.*|/definition.*)?|.*/(protocol|stream|live|feed)|/api/library.*");
    private static final Pattern OPEN = Pattern.compile("\\{(?!study}|subject}|site})[a-z]+}");

    void at(String study, List<String> people) {
        for (var door : readable()) {
            for (var path : filled(door, study, people)) {
                for (var account : BLINDED) {
                    var answer = doors.get(account, path);
                    seen.add("doors: " + door, account + " " + path + " " + answer.status(), answer.text());
                }
            }
        }
    }

    private List<String> readable() {
        var paths = new ArrayList<String>();
        for (var service : SERVICES) {
            doors.get("ops-01", "/openapi/" + service)
                    .body()
                    .path("paths")
                    .properties()
                    .forEach(door -> {
                        if (door.getValue().has("get") && isAbout(door.getKey())) {
                            paths.add(door.getKey() + asked(door.getValue().path("get")));
                        }
                    });
        }
        return paths.stream().distinct().sorted().toList();
    }

    private static boolean isAbout(String path) {
        return (path.contains("{study}") || path.contains("{subject}"))
                && !OPEN.matcher(path).find()
                && !LEFT_OUT.matcher(path).matches();
    }

    /** A day that must be named is the last one of every study. */
    private static String asked(JsonNode door) {
        for (var parameter : door.path("parameters")) {
            if (parameter.path("name").asString("").equals("on")) {
                return "?on=2026-01-15";
            }
        }
        return "";
    }

    private static List<String> filled(String door, String study, List<String> people) {
        var path = door.replace("{study}", study).replace("{site}", "01");
        return path.contains("{subject}")
                ? people.stream()
                        .map(person -> path.replace("{subject}", person))
                        .toList()
                : List.of(path);
    }
}
