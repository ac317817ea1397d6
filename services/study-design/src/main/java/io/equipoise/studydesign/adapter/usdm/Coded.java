package io.equipoise.studydesign.adapter.usdm;

import java.util.Map;

/** A word of the language as a code: CDISC's where the terminology has one, our own where it has not. */
record Coded(String code, String decode, boolean cdisc) {
    private static final Map<String, Coded> KNOWN = Map.ofEntries(
            cdisc("EARLY_PHASE_1", "C54721", "Early Phase I Trial"),
            cdisc("PHASE_1", "C15600", "Phase I Trial"),
            cdisc("PHASE_1_2", "C15693", "Phase I/II Trial"),
            cdisc("PHASE_2", "C15601", "Phase II Trial"),
            cdisc("PHASE_2_3", "C15694", "Phase II/III Trial"),
            cdisc("PHASE_3", "C15602", "Phase III Trial"),
            cdisc("PHASE_4", "C15603", "Phase IV Trial"),
            cdisc("PARALLEL", "C82639", "Parallel Study"),
            cdisc("CROSSOVER", "C82637", "Crossover Study"),
            cdisc("FACTORIAL", "C82638", "Factorial Study"),
            cdisc("SINGLE_GROUP", "C82640", "Single Group Study"),
            cdisc("MASKING_NONE", "C49659", "Open Label Study"),
            cdisc("MASKING_SINGLE", "C28233", "Single Blind Study"),
            cdisc("MASKING_DOUBLE", "C15228", "Double Blind Study"),
            cdisc("PURPOSE_TREATMENT", "C49656", "Treatment Study"),
            cdisc("PLACEBO_COMPARATOR", "C174268", "Placebo Control Arm"),
            cdisc("ACTIVE_COMPARATOR", "C174267", "Active Comparator Arm"),
            cdisc("INCLUSION", "C25532", "Inclusion Criteria"),
            cdisc("EXCLUSION", "C25370", "Exclusion Criteria"),
            cdisc("OBJECTIVE_PRIMARY", "C85826", "Primary Objective"),
            cdisc("OBJECTIVE_SECONDARY", "C85827", "Secondary Objective"),
            cdisc("ENDPOINT_PRIMARY", "C94496", "Primary Endpoint"),
            cdisc("ENDPOINT_SECONDARY", "C139173", "Secondary Endpoint"),
            cdisc("mg", "C28253", "Milligram"),
            cdisc("WEEK", "C29844", "Week"),
            cdisc("DAY", "C25301", "Day"),
            cdisc("DAILY", "C25473", "Daily"));

    private static Map.Entry<String, Coded> cdisc(String word, String code, String decode) {
        return Map.entry(word, new Coded(code, decode, true));
    }

    static Coded known(String code, String decode) {
        return new Coded(code, decode, true);
    }

    /** By a word of the language. */
    static Coded of(String word) {
        return of("", word);
    }

    /** By a word of the language that means something only in its field. */
    static Coded of(String field, String word) {
        var coded = KNOWN.get(field + word);
        return coded == null ? own(word, sentence(word)) : coded;
    }

    static Coded own(String code, String decode) {
        return new Coded(code, decode, false);
    }

    private static String sentence(String word) {
        return word.matches("[A-Z0-9_]+")
                ? word.charAt(0) + word.substring(1).replace('_', ' ').toLowerCase(java.util.Locale.ROOT)
                : word;
    }
}
