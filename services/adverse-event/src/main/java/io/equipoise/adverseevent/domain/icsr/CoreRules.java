package io.equipoise.adverseevent.domain.icsr;

import static io.equipoise.adverseevent.domain.icsr.Question.brokenIf;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The rules for every report that say more than that one element needs another (E2B(R3)). */
final class CoreRules {
    static final Map<String, Question> ALL = all();
    private static final List<String> VERSIONS = List.of(
            "D.7.1.r.1a",
            "D.8.r.6a",
            "D.8.r.7a",
            "D.9.2.r.1a",
            "D.9.4.r.1a",
            "D.10.7.1.r.1a",
            "D.10.8.r.6a",
            "D.10.8.r.7a",
            "E.i.2.1a",
            "F.r.2.2a",
            "G.k.7.r.2a",
            "H.3.r.1a");

    private CoreRules() {}

    private static Map<String, Question> all() {
        var rules = new HashMap<String, Question>();
        rules.put("R0009", (report, to) -> needs(report, "C.1.6.1", "C.1.6.1.r.1"));
        rules.put("R0010", (report, to) -> compressed(report));
        rules.put("R0017", (report, to) -> needs(report, "C.1.9.1", "C.1.9.1.r.1"));
        rules.put("R0019", (report, to) -> primaryWithout(report, "C.2.r.3"));
        rules.put("R0020", (report, to) -> primaryWithout(report, "C.2.r.4"));
        rules.put("R0021", (report, to) -> brokenIf(primary(report).isEmpty(), "C.2.r.5", 1));
        rules.put(
                "R0022",
                (report, to) -> brokenIf(
                        report.text("C.3.1").filter(type -> !type.equals("7")).isPresent() && lacks(report, "C.3.2"),
                        "C.3.2"));
        rules.put("R0023", (report, to) -> brokenIf(report.is("C.1.3", "2") && lacks(report, "C.5.4"), "C.5.4"));
        rules.put(
                "R0035",
                (report, to) -> brokenIf(!report.anyIn("D.7.1.r", List.of()) && lacks(report, "D.7.2"), "D.7.2"));
        rules.put("R0036", (report, to) -> nameless(report));
        rules.put(
                "R0051",
                (report, to) -> brokenIf(report.anyIn("D.10", List.of()) && lacks(report, "D.10.6"), "D.10.6"));
        rules.put("R0062", (report, to) -> unnamedTest(report, "F.r.2.1"));
        rules.put("R0064", (report, to) -> unnamedTest(report, "F.r.2.2b"));
        for (var result : Map.of("R0065", "F.r.3.1", "R0066", "F.r.3.2", "R0068", "F.r.3.4")
                .entrySet()) {
            rules.put(result.getKey(), (report, to) -> withoutResult(report, result.getValue()));
        }
        rules.put("MEDDRA", (report, to) -> oneVersion(report));
        return Map.copyOf(rules);
    }

    private static boolean lacks(Icsr report, String element) {
        return report.places(element).isEmpty();
    }

    private static Set<Place> needs(Icsr report, String said, String element) {
        return brokenIf(report.is(said, "true") && lacks(report, element), element, 1);
    }

    private static Set<Place> compressed(Icsr report) {
        var broken = new LinkedHashSet<Place>();
        for (var document : List.of("C.1.6.1.r.2", "C.4.r.2")) {
            for (var place : report.places(document)) {
                var base64 = report.text(place.with(document + ".representation"))
                        .filter("B64"::equals)
                        .isPresent();
                if (!base64
                        || report.value(place.with(document + ".compression")).isPresent()) {
                    broken.add(place);
                }
            }
        }
        return broken;
    }

    private static List<Integer> primary(Icsr report) {
        return report.places("C.2.r.5").stream()
                .filter(place -> report.text(place).filter("1"::equals).isPresent())
                .map(place -> place.at().getFirst())
                .toList();
    }

    private static Set<Place> primaryWithout(Icsr report, String element) {
        var broken = new LinkedHashSet<Place>();
        for (int r : primary(report)) {
            var place = Place.of(element, r);
            if (report.value(place).isEmpty()) {
                broken.add(place);
            }
        }
        return broken;
    }

    private static Set<Place> nameless(Icsr report) {
        var broken = new LinkedHashSet<Place>();
        for (int r : report.repeats("D.8.r", List.of())) {
            if (report.value(Place.of("D.8.r.1", r)).isEmpty()) {
                broken.add(Place.of("D.8.r.1", r));
            }
        }
        return broken;
    }

    private static Set<Place> unnamedTest(Icsr report, String element) {
        var broken = new LinkedHashSet<Place>();
        for (var test : report.places("F.r.1")) {
            var named = report.value(test.with("F.r.2.1")).isPresent()
                    || report.value(test.with("F.r.2.2b")).isPresent();
            if (!named) {
                broken.add(test.with(element));
            }
        }
        return broken;
    }

    private static Set<Place> withoutResult(Icsr report, String element) {
        var broken = new LinkedHashSet<Place>();
        for (var test : report.places("F.r.2.2b")) {
            var any = List.of("F.r.3.1", "F.r.3.2", "F.r.3.4").stream()
                    .anyMatch(result -> report.value(test.with(result)).isPresent());
            if (!any) {
                broken.add(test.with(element));
            }
        }
        return broken;
    }

    private static Set<Place> oneVersion(Icsr report) {
        var versions = new TreeMap<Place, String>();
        VERSIONS.forEach(element -> report.places(element)
                .forEach(place -> report.text(place).ifPresent(version -> versions.put(place, version))));
        return new HashSet<>(versions.values()).size() < 2 ? Set.of() : Set.of(versions.lastKey());
    }
}
