package io.equipoise.adverseevent.domain.icsr;

import static io.equipoise.adverseevent.domain.icsr.IndRules.lacks;
import static io.equipoise.adverseevent.domain.icsr.IndRules.noneOf;
import static io.equipoise.adverseevent.domain.icsr.IndRules.toInd;
import static io.equipoise.adverseevent.domain.icsr.IndRules.type;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** FDA's rules about who judges the relation of a medicine to a reaction (R0070, R0085 to R0087). */
final class AssessmentRules {
    static final Map<String, Question> ALL = Map.of(
            "R0070", (report, to) -> roles(report),
            "R0085", (report, to) -> lacking(report, "G.k.9.i.2.r.1"),
            "R0086", (report, to) -> lacking(report, "G.k.9.i.2.r.2"),
            "R0087", (report, to) -> results(report));
    private static final String TRIPLE = "G.k.9.i.2.r";
    private static final Set<String> RESULTS = Set.of("Suspected", "Not Suspected");

    private AssessmentRules() {}

    private static Set<Place> roles(Icsr report) {
        if (!toInd(report) || !type(report, "2")) {
            return Set.of();
        }
        var broken = new LinkedHashSet<Place>();
        report.places("G.k.1").stream()
                .filter(place -> report.text(place).filter("4"::equals).isPresent())
                .forEach(broken::add);
        if (noneOf(report, "1", "3")) {
            broken.add(Place.of("G.k.1", 1));
        }
        return broken;
    }

    /** One suspect medicine is assessed at least, and every assessment is whole. */
    private static Set<Place> lacking(Icsr report, String element) {
        if (!concerned(report)) {
            return Set.of();
        }
        var suspects = suspects(report);
        var broken = new LinkedHashSet<Place>();
        if (suspects.stream().noneMatch(suspect -> report.anyIn(TRIPLE, List.of(suspect)))) {
            broken.add(Place.of(element, suspects.isEmpty() ? 1 : suspects.getFirst(), 1, 1));
        }
        for (int k : report.repeats("G.k", List.of())) {
            for (int i : report.repeats("G.k.9.i", List.of(k))) {
                for (int r : report.repeats(TRIPLE, List.of(k, i))) {
                    if (report.value(Place.of(element, k, i, r)).isEmpty()) {
                        broken.add(Place.of(element, k, i, r));
                    }
                }
            }
        }
        return broken;
    }

    private static Set<Place> results(Icsr report) {
        var broken = new LinkedHashSet<>(lacking(report, "G.k.9.i.2.r.3"));
        if (concerned(report)) {
            report.places("G.k.9.i.2.r.3").stream()
                    .filter(place ->
                            report.text(place).filter(RESULTS::contains).isEmpty())
                    .forEach(broken::add);
        }
        return broken;
    }

    private static boolean concerned(Icsr report) {
        return type(report, "2") && !lacks(report, "FDA.C.5.5a");
    }

    private static List<Integer> suspects(Icsr report) {
        return report.places("G.k.1").stream()
                .filter(place -> report.text(place)
                        .filter(role -> role.equals("1") || role.equals("3"))
                        .isPresent())
                .map(place -> place.at().getFirst())
                .toList();
    }
}
