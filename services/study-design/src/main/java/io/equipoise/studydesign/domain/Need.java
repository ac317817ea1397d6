package io.equipoise.studydesign.domain;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** What a study of this design needs to know before it may start. Each is asked only where the design makes it matter. */
public enum Need {
    DOSE_AMOUNT("/dosing/amount", "dose amount", Need::doses),
    INFUSION_VOLUME("/dosing/volume", "infusion volume", study -> study.is("/dosing/route", "INTRAVENOUS")),
    FIRST_DOSE("/dosing/firstDose", "first-dose anchor", Need::doses),
    ALLOCATION_RATIO("/design/ratio", "allocation ratio", study -> randomizes(study) && arms(study) > 1),
    MASKED_PARTIES("/design/maskedParties", "masked parties", Need::masks),
    ROUTE("/dosing/route", "route", Need::doses),
    ADMINISTRATIONS("/dosing/administrations", "number of administrations", Need::doses),
    INTERVAL("/dosing/interval", "time between administrations", Need::dosesMoreThanOnce),
    ALLOCATION("/design/allocation", "how people are allocated", study -> arms(study) > 1),
    MASKING("/design/masking", "masking", study -> arms(study) > 1),
    TARGET("/design/target", "how many people to enrol", study -> true),
    AGE_CONVENTION("/eligibility/ageConvention", "how age is counted", study -> asks(study, "completedYears(")),
    WASHOUT_BOUNDARY("/eligibility/washoutBoundary", "what holds on a boundary", study -> asks(study, "MonthsBefore(")),
    ARMS("/design/arms", "arms", Need::randomizes) {
        @Override
        boolean known(Definition study) {
            return arms(study) > 1;
        }
    },
    ELIGIBILITY_RULES("/eligibility/rules", "eligibility rules", study -> true) {
        @Override
        boolean known(Definition study) {
            return !study.list(path).isEmpty();
        }
    };

    final String path;
    private final String what;
    private final Predicate<Definition> matters;

    Need(String path, String what, Predicate<Definition> matters) {
        this.path = path;
        this.what = what;
        this.matters = matters;
    }

    boolean known(Definition study) {
        return study.known(path).isPresent();
    }

    /** Exactly what keeps this study from being activated. */
    public static List<Gap> gaps(Definition study) {
        return Arrays.stream(values())
                .filter(need -> need.matters.test(study) && !need.known(study))
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
