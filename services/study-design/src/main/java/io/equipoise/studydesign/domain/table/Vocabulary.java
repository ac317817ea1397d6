package io.equipoise.studydesign.domain.table;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words of one column, lower case, with the misspellings that are in print, and what each is in a definition. */
record Vocabulary(Map<String, String> words) {
    static final Vocabulary PHASES = new Vocabulary(Map.of(
            "early phase 1", "EARLY_PHASE_1",
            "phase 1", "PHASE_1",
            "phase 1, phase 2", "PHASE_1_2",
            "phase 1/2", "PHASE_1_2",
            "phase 2", "PHASE_2",
            "phase 2, phase 3", "PHASE_2_3",
            "phase 2/3", "PHASE_2_3",
            "phase 3", "PHASE_3",
            "phase 4", "PHASE_4",
            "not applicable", "NOT_APPLICABLE"));
    static final Vocabulary STATUSES = new Vocabulary(Map.of(
            "not yet recruiting", "NOT_YET_RECRUITING",
            "recruiting", "RECRUITING",
            "enrolling by invitation", "ENROLLING_BY_INVITATION",
            "active, not recruiting", "ACTIVE_NOT_RECRUITING",
            "suspended", "SUSPENDED",
            "terminated", "TERMINATED",
            "completed", "COMPLETED",
            "withdrawn", "WITHDRAWN",
            "unknown status", "UNKNOWN_STATUS"));
    static final Vocabulary SEXES = new Vocabulary(Map.of("all", "ALL", "female", "FEMALE", "male", "MALE"));
    static final Vocabulary MATCHES =
            new Vocabulary(Map.of("allogeneic", "ALLOGENEIC", "allogenic", "ALLOGENEIC", "autologous", "AUTOLOGOUS"));
    static final Vocabulary ROUTES = new Vocabulary(Map.ofEntries(
            Map.entry("intravenous", "INTRAVENOUS"),
            Map.entry("intra-arterial", "INTRA_ARTERIAL"),
            Map.entry("intrathecal", "INTRATHECAL"),
            Map.entry("intravitreal", "INTRAVITREAL"),
            Map.entry("aerosol inhalation", "INHALATION"),
            Map.entry("nasal drip", "NASAL"),
            Map.entry("intraparenchymal (stereotactic)", "STEREOTACTIC_INTRAPARENCHYMAL"),
            Map.entry("intraparanchymal (stereotactic)", "STEREOTACTIC_INTRAPARENCHYMAL"),
            Map.entry("artificial tears", "OCULAR_TOPICAL"),
            Map.entry("local", "LOCAL"),
            Map.entry("local (gel)", "TOPICAL_GEL"),
            Map.entry("intravenous + focused ultrasound", "INTRAVENOUS_WITH_FOCUSED_ULTRASOUND"),
            Map.entry("ex vivo model", "EX_VIVO")));
    static final Vocabulary FUNDERS =
            new Vocabulary(Map.of("other", "other", "industry", "industry", "other, industry", "other, industry"));
    static final Vocabulary COUNTRIES = countries();

    Optional<String> meaning(String plain) {
        return Optional.ofNullable(words.get(plain.toLowerCase(Locale.ROOT)));
    }

    private static Vocabulary countries() {
        var names = new HashMap<String, String>();
        for (var code : Locale.getISOCountries()) {
            var name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
            names.put(name.toLowerCase(Locale.ROOT), code);
        }
        names.put("russian federation", "RU");
        names.put("usa", "US");
        return new Vocabulary(names);
    }
}
