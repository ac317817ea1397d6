package io.equipoise.studydesign.adapter.page;

import io.equipoise.studydesign.domain.Definition;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is assessed, with what, and when.
 *
 * @param flag the look of the instrument's basis
 * @param when the visits, or that nobody says
 */
public record Assessed(String title, String instrument, String flag, String when) {

    static List<Assessed> of(Definition definition) {
        var visits = definition.list("/visits/value");
        return definition.list("/assessments/value").stream()
                .map(each -> of(each, visits))
                .toList();
    }

    private static Assessed of(Map<String, Object> said, List<Map<String, Object>> visits) {
        var when = visits.stream()
                .filter(visit ->
                        visit.get("assessments") instanceof List<?> asked && asked.contains(said.get("assessment")))
                .map(visit -> String.valueOf(visit.get("title")))
                .collect(Collectors.joining(", "));
        var instrument = said.get("instrument") instanceof Map<?, ?> open ? open : Map.of();
        var known = instrument.get("value") instanceof Map<?, ?> value ? value : Map.of();
        var name = known.isEmpty()
                ? instrument.isEmpty() ? "" : "open"
                : known.get("name") + (known.get("version") == null ? "" : ", version " + known.get("version"));
        return new Assessed(
                String.valueOf(said.get("title")),
                name,
                instrument.isEmpty() ? "" : known.isEmpty() ? "open" : flag(String.valueOf(instrument.get("basis"))),
                when.isEmpty() ? "nobody says when" : when);
    }

    private static String flag(String basis) {
        return basis.equals("assumed") ? "assumption" : basis.equals("read") ? "reading" : "stated";
    }
}
