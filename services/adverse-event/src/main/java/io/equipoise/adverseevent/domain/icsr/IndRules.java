package io.equipoise.adverseevent.domain.icsr;

import static io.equipoise.adverseevent.domain.icsr.Question.brokenIf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** FDA's rules for reports of trials under an IND, by the numbers in its table of rejections and warnings. */
final class IndRules {
    private static final Set<String> IND = Set.of("CDER_IND", "CBER_IND");
    private static final String EXEMPT = "CDER_IND_EXEMPT_BA_BE";
    private static final Set<String> STUDY_TYPES = Set.of("1", "2", "3");
    /** FDA's own samples spell the second one. */
    private static final Set<String> AGGREGATE = Set.of("AGGREGATE", "AGGREGRATE");

    static final Map<String, Question> ALL = all();

    private IndRules() {}

    private static Map<String, Question> all() {
        var rules = new HashMap<String, Question>();
        rule(rules, "R0005", "N.1.4", report -> !report.is("N.1.4", "ZZFDA_PREMKT"));
        rule(rules, "R0007", "N.2.r.3", report -> !toInd(report) && !exempt(report));
        rule(rules, "R0008", "C.1.3", report -> numbered(report) && studyType(report) && !type(report, "2"));
        rules.put(
                "R0011",
                (report, to) -> brokenIf(to.first() && report.missing(Place.of("C.1.7"), NullFlavour.NI), "C.1.7"));
        rule(rules, "R0016", "FDA.C.1.7.1", IndRules::otherDays);
        rule(rules, "R0024", "FDA.C.5.5a", report -> toInd(report) && studyOrSpontaneous(report) && !six(report, "a"));
        rule(rules, "R0025", "FDA.C.5.5b", report -> exempt(report) && type(report, "2") && !six(report, "b"));
        rule(rules, "R0026", "FDA.C.5.6.r", IndRules::crossReportsUnsaid);
        rule(rules, "R0041", "D.9.1", report -> died(report) && lacks(report, "D.9.1"));
        rule(rules, "R0100", "N.2.r.2", report -> !report.text("N.2.r.2").equals(report.text("N.1.3")));
        rules.put("R0101", (report, to) -> brokenIf(to.first() && !lacks(report, "C.1.11.1"), "C.1.11.1"));
        types(rules);
        aggregates(rules);
        rules.putAll(AssessmentRules.ALL);
        return Map.copyOf(rules);
    }

    private static void types(Map<String, Question> rules) {
        rule(rules, "R0071", "G.k.1", report -> exempt(report) && type(report, "2") && noneOf(report, "1", "3", "4"));
        rule(rules, "R0102", "C.5.4", report -> type(report, "2") && !studyType(report));
        rule(
                rules,
                "R0110",
                "C.1.3",
                report ->
                        toInd(report) && !lacks(report, "FDA.C.5.5a") && lacks(report, "C.5.4") && !type(report, "1"));
        rule(rules, "R0111", "C.1.3", report -> exempt(report) && !type(report, "2"));
        rule(rules, "R0112", "C.1.3", report -> toInd(report) && (type(report, "3") || type(report, "4")));
        rule(rules, "R0113", "C.5.4", report -> toInd(report) && type(report, "1") && !lacks(report, "C.5.4"));
    }

    private static void aggregates(Map<String, Question> rules) {
        rule(rules, "W0001", "C.1.10.r", report -> aggregate(report) && lacks(report, "C.1.10.r"));
        rule(rules, "W0002", "C.5.4", report -> aggregate(report) && !report.is("C.5.4", "1"));
        rule(rules, "W0003", "FDA.D.11.r", report -> nobody(report) && !notApplicable(report, "FDA.D.11.r"));
        rule(rules, "W0004", "FDA.D.12", report -> nobody(report) && !notApplicable(report, "FDA.D.12"));
        rule(
                rules,
                "W0010",
                "D.1",
                report -> type(report, "2")
                        && !lacks(report, "C.1.10.r")
                        && !lacks(report, "FDA.C.5.5a")
                        && !report.is("D.1", "AGGREGATE"));
    }

    private static void rule(Map<String, Question> rules, String id, String element, Predicate<Icsr> broken) {
        rules.put(id, (report, to) -> brokenIf(broken.test(report), element));
    }

    static boolean toInd(Icsr report) {
        return report.text("N.2.r.3").filter(IND::contains).isPresent();
    }

    private static boolean exempt(Icsr report) {
        return report.is("N.2.r.3", EXEMPT);
    }

    static boolean type(Icsr report, String type) {
        return report.is("C.1.3", type);
    }

    private static boolean studyOrSpontaneous(Icsr report) {
        return type(report, "1") || type(report, "2");
    }

    private static boolean studyType(Icsr report) {
        return report.text("C.5.4").filter(STUDY_TYPES::contains).isPresent();
    }

    private static boolean numbered(Icsr report) {
        return !lacks(report, "FDA.C.5.5a") || !lacks(report, "FDA.C.5.5b");
    }

    private static boolean otherDays(Icsr report) {
        return report.is("C.1.7", "true")
                && studyOrSpontaneous(report)
                && !report.is("FDA.C.1.7.1", "1")
                && !report.is("FDA.C.1.7.1", "6");
    }

    private static boolean six(Icsr report, String which) {
        return report.text("FDA.C.5.5" + which)
                .filter(number -> number.matches("\\d{6}"))
                .isPresent();
    }

    private static boolean crossReportsUnsaid(Icsr report) {
        var said = report.places("FDA.C.5.6.r");
        var well = said.stream()
                .allMatch(place -> report.text(place).isPresent() || report.missing(place, NullFlavour.NA));
        return !lacks(report, "FDA.C.5.5a") && (said.isEmpty() || !well);
    }

    private static boolean died(Icsr report) {
        return toInd(report)
                && type(report, "2")
                && report.places("E.i.3.2a").stream()
                        .anyMatch(place -> report.text(place).isPresent());
    }

    private static boolean aggregate(Icsr report) {
        return report.text("D.1").filter(AGGREGATE::contains).isPresent();
    }

    private static boolean nobody(Icsr report) {
        return aggregate(report) || report.is("D.1", "SUMMARY") || report.missing(Place.of("D.1"), NullFlavour.NA);
    }

    private static boolean notApplicable(Icsr report, String element) {
        var places = report.places(element);
        return !places.isEmpty() && places.stream().allMatch(place -> report.missing(place, NullFlavour.NA));
    }

    static boolean noneOf(Icsr report, String... roles) {
        var wanted = List.of(roles);
        return report.places("G.k.1").stream()
                .noneMatch(place -> report.text(place).filter(wanted::contains).isPresent());
    }

    static boolean lacks(Icsr report, String element) {
        return report.places(element).isEmpty();
    }
}
