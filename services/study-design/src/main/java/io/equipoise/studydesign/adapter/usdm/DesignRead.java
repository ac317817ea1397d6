package io.equipoise.studydesign.adapter.usdm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How people are divided, how many there are to be, who is masked, and what is to be found out. */
record DesignRead(Basis basis, Courses courses) {
    private static final Map<String, String> MODELS = Map.of(
            "PARALLEL", "PARALLEL",
            "CROSSOVER", "CROSSOVER",
            "CROSS-OVER", "CROSSOVER",
            "SINGLE", "SINGLE_GROUP",
            "FACTORIAL", "FACTORIAL",
            "SEQUENTIAL", "SEQUENTIAL",
            "GROUP", "SEQUENTIAL");
    private static final Map<String, String> MASKS = Map.of(
            "OPEN", "NONE", "SINGLE", "SINGLE", "DOUBLE", "DOUBLE", "TRIPLE", "TRIPLE", "QUADRUPLE", "QUADRUPLE");

    void into(Map<String, Object> definition, Thing version, Thing design) {
        var mapped = new LinkedHashMap<String, Object>();
        design.code("model").ifPresent(words -> mapped.put("model", word(MODELS, words)));
        design.thing("population")
                .flatMap(DesignRead::target)
                .ifPresent(number -> mapped.put("target", basis.stated(Integer.parseInt(number), number)));
        var arms = arms(design);
        if (!arms.isEmpty()) {
            mapped.put("arms", arms);
        }
        mapped.put("allocation", allocation(design, arms.size()));
        design.code("blindingSchema").ifPresent(words -> {
            var masking = word(MASKS, words);
            mapped.put("masking", masking);
            if (!"NONE".equals(masking.get("value"))) {
                mapped.put("maskedParties", basis.unknown("masked parties"));
            }
        });
        version.things("roles")
                .forEach(role -> role.thing("masking")
                        .ifPresent(masking -> role.leave(
                                "masking",
                                "it does not say which of participant, care provider, investigator and"
                                        + " assessor is masked")));
        definition.put("design", mapped);
        var outcomes = outcomes(design);
        if (!outcomes.isEmpty()) {
            definition.put("outcomes", basis.stated(outcomes, outcomes.size() + " endpoints"));
        }
    }

    private Map<String, Object> word(Map<String, String> known, String words) {
        var word = known.get(words.toUpperCase(Locale.ROOT).split("[ _]", 2)[0]);
        return word == null ? basis.unknown(words) : basis.stated(word, words);
    }

    private static Optional<String> target(Thing population) {
        return population
                .thing("plannedEnrollmentNumber")
                .flatMap(planned -> planned.number("value"))
                .filter(number -> number.matches("[1-9][0-9]{0,8}"));
    }

    private List<Map<String, Object>> arms(Thing design) {
        var names = new ShortNames();
        return design.things("arms").stream()
                .map(arm -> {
                    var mapped = new LinkedHashMap<String, Object>();
                    mapped.put("arm", names.of(arm.text("name").orElseGet(arm::title)));
                    mapped.put("title", arm.title());
                    arm.code("type")
                            .ifPresent(words -> mapped.put(
                                    "role",
                                    words.equals("Placebo Control Arm")
                                            ? "PLACEBO_COMPARATOR"
                                            : ShortNames.plain(words.replaceAll("(?i) arm$", ""))));
                    courses.onlyOf(arm).ifPresent(course -> mapped.put("product", course.name()));
                    return (Map<String, Object>) mapped;
                })
                .toList();
    }

    private Map<String, Object> allocation(Thing design, int arms) {
        var words = design.codes("characteristics").stream()
                .filter(each -> each.toUpperCase(Locale.ROOT).contains("RANDOMI"))
                .findFirst();
        if (words.isPresent()) {
            var not = words.get().toUpperCase(Locale.ROOT).startsWith("NON");
            return basis.stated(not ? "NON_RANDOMIZED" : "RANDOMIZED", words.get());
        }
        design.codes("characteristics")
                .forEach(each -> design.leave(
                        "characteristics", "only whether chance decides is kept, and none of them says so"));
        return arms > 1
                ? basis.unknown("whether chance decides the arm")
                : basis.read("NOT_APPLICABLE", arms + " arm", "with one arm there is nothing to allocate");
    }

    private static List<Map<String, Object>> outcomes(Thing design) {
        var names = new ShortNames();
        return design.things("objectives").stream()
                .flatMap(objective -> {
                    objective.leave("text", "outcomes are kept by their endpoints; an objective has no field");
                    return objective.things("endpoints").stream();
                })
                .filter(endpoint -> endpoint.text("text").isPresent())
                .map(endpoint -> {
                    var outcome =
                            Fields.of("outcome", names.of(endpoint.text("name").orElse("OUTCOME")));
                    outcome.put("kind", kind(endpoint.code("level").orElse("")));
                    outcome.put("text", endpoint.text("text").orElseThrow());
                    return outcome;
                })
                .toList();
    }

    private static String kind(String level) {
        return level.startsWith("Primary") ? "PRIMARY" : level.startsWith("Secondary") ? "SECONDARY" : "EXPLORATORY";
    }
}
