package io.equipoise.studydesign.domain;

import io.equipoise.studydesign.domain.Gap.Blocks;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Something that a study of a certain design needs to know before it may start.
 *
 * @param matters whether the design makes it matter
 * @param known whether the definition says it
 */
public record Need(
        String path, String what, Blocks blocks, Predicate<Definition> matters, Predicate<Definition> known) {
    private static final String CONFIRMATION = "/eligibility/noRulesConfirmed";
    private static final Set<String> COLUMNS_OF_A_TABLE = Set.of("birthDate", "sex", "healthyVolunteer");

    private static final List<Need> ALL = List.of(
            enrolling("/design/ratio", "allocation ratio", study -> randomizes(study) && arms(study) > 1),
            enrolling("/design/maskedParties", "masked parties", Need::masks),
            enrolling("/design/allocation", "how people are allocated", study -> arms(study) > 1),
            enrolling("/design/masking", "masking", study -> arms(study) > 1),
            enrolling("/design/target", "how many people to enrol", study -> true),
            enrolling("/eligibility/ageConvention", "how age is counted", Need::asksForAges),
            enrolling("/eligibility/washoutBoundary", "what holds on a boundary", Need::leavesABoundaryOpen),
            enrolling(CONFIRMATION, "confirmation that no further eligibility rule is stated", Need::mayHaveMoreRules),
            new Need("/design/arms", "arms", Blocks.ENROLMENT, Need::randomizes, study -> arms(study) > 1),
            dosing("/design/periods", "periods", study -> study.is("/design/model", "CROSSOVER")),
            dosing(
                    "/design/escalation",
                    "escalation rule",
                    study -> cohorts(study).size() > 1),
            new Need(
                    "/design/cohorts",
                    "cohort sizes",
                    Blocks.DOSING,
                    study -> true,
                    study -> cohorts(study).stream().allMatch(cohort -> cohort.size() != null)));

    private static Need enrolling(String path, String what, Predicate<Definition> matters) {
        return new Need(
                path,
                what,
                Blocks.ENROLMENT,
                matters,
                study -> study.known(path).isPresent());
    }

    private static Need dosing(String path, String what, Predicate<Definition> matters) {
        return new Need(
                path, what, Blocks.DOSING, matters, study -> study.known(path).isPresent());
    }

    /** Exactly what keeps this study from being activated. */
    public static List<Gap> gaps(Definition study) {
        var ofTheDesign = ALL.stream()
                .filter(need -> need.matters.test(study) && !need.known.test(study))
                .map(need -> Gap.at(study, need.path, need.what, need.blocks));
        return new Questions(study)
                .over(Stream.concat(CourseNeeds.of(study), ofTheDesign).toList());
    }

    /** What nobody knows either, and what does not keep the study from starting. */
    public static List<OpenValue> open(Definition study) {
        var gaps = gaps(study).stream().map(Gap::path).toList();
        return study.openValues().stream()
                .filter(value -> value.unknown() && !gaps.contains(value.path()))
                .toList();
    }

    /** What nobody stated and somebody supposes. It stays visible as that for as long as the study lives. */
    public static List<OpenValue> assumptions(Definition study) {
        return study.openValues().stream().filter(OpenValue::assumed).toList();
    }

    /** What does not keep the study from starting, and what whoever starts it should know. */
    public static List<String> warnings(Definition study) {
        return EligibilityRule.of(study).stream()
                .filter(EligibilityRule::slot)
                .map(rule -> rule.rule() + " is named and not stated: nobody is asked it")
                .toList();
    }

    private static boolean randomizes(Definition study) {
        return study.is("/design/allocation", "RANDOMIZED");
    }

    private static boolean masks(Definition study) {
        return study.known("/design/masking").isPresent() && !study.is("/design/masking", "NONE");
    }

    private static int arms(Definition study) {
        return study.list("/design/arms").size();
    }

    private static List<Cohort> cohorts(Definition study) {
        return Cohort.of(study);
    }

    private static boolean asksForAges(Definition study) {
        return EligibilityRule.of(study).stream().anyMatch(rule -> rule.asks("completedYears("));
    }

    private static boolean leavesABoundaryOpen(Definition study) {
        return EligibilityRule.of(study).stream().anyMatch(rule -> rule.asks("Before(") && !rule.ownBoundary());
    }

    /** A list that is empty, or that asks no more than a table of studies prints, is not a protocol's list. */
    private static boolean mayHaveMoreRules(Definition study) {
        return study.mentioned(CONFIRMATION).isPresent()
                || EligibilityRule.of(study).stream().allMatch(rule -> COLUMNS_OF_A_TABLE.containsAll(rule.facts()));
    }
}
