package io.equipoise.studydesign.domain;

import java.util.List;
import java.util.function.Predicate;

/**
 * Something that a study of a certain design needs to know before it may start.
 *
 * @param matters whether the design makes it matter
 * @param known whether the definition says it
 */
public record Need(String path, String what, Predicate<Definition> matters, Predicate<Definition> known) {
    private static final List<Need> ALL = List.of(
            value("/dosing/amount", "dose amount", Need::doses),
            value("/dosing/volume", "infusion volume", study -> study.is("/dosing/route", "INTRAVENOUS")),
            value("/dosing/firstDose", "first-dose anchor", Need::doses),
            value("/design/ratio", "allocation ratio", study -> randomizes(study) && arms(study) > 1),
            value("/design/maskedParties", "masked parties", Need::masks),
            value("/dosing/route", "route", Need::doses),
            value("/dosing/administrations", "number of administrations", Need::doses),
            value("/dosing/interval", "time between administrations", Need::dosesMoreThanOnce),
            value("/design/allocation", "how people are allocated", study -> arms(study) > 1),
            value("/design/masking", "masking", study -> arms(study) > 1),
            value("/design/target", "how many people to enrol", study -> true),
            value("/eligibility/ageConvention", "how age is counted", study -> asks(study, "completedYears(")),
            value("/eligibility/washoutBoundary", "what holds on a boundary", study -> asks(study, "MonthsBefore(")),
            new Need("/design/arms", "arms", Need::randomizes, study -> arms(study) > 1),
            new Need(
                    "/eligibility/rules",
                    "eligibility rules",
                    study -> true,
                    study -> !study.list("/eligibility/rules").isEmpty()));

    private static Need value(String path, String what, Predicate<Definition> matters) {
        return new Need(path, what, matters, study -> study.known(path).isPresent());
    }

    /** Exactly what keeps this study from being activated. */
    public static List<Gap> gaps(Definition study) {
        return ALL.stream()
                .filter(need -> need.matters.test(study) && !need.known.test(study))
                .map(need -> new Gap(
                        need.path,
                        need.what,
                        study.mentioned(need.path)
                                .map(value -> value.note("text"))
                                .orElse(null)))
                .toList();
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

    private static boolean doses(Definition study) {
        return study.at("/dosing") != null;
    }

    private static boolean dosesMoreThanOnce(Definition study) {
        return doses(study)
                && study.known("/dosing/administrations")
                        .filter(count -> !Integer.valueOf(1).equals(count.value()))
                        .isPresent();
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

    private static boolean asks(Definition study, String function) {
        return study.list("/eligibility/rules").stream()
                .anyMatch(rule -> String.valueOf(rule.get("when")).contains(function));
    }
}
