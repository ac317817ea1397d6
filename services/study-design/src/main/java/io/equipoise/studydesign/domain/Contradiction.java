package io.equipoise.studydesign.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a well-formed definition speaks of something that it does not have, or says one thing twice. */
record Contradiction(Definition study, List<Flaw> found) {
    private static final List<String> PARTIES = List.of("NONE", "SINGLE", "DOUBLE", "TRIPLE", "QUADRUPLE");

    static List<Flaw> in(Definition study) {
        var all = new Contradiction(study, new ArrayList<>());
        NamedList.ALL.forEach(all::namesAreUnique);
        all.ratioSpeaksOfTheArms();
        all.rulesAskWhatIsRecorded();
        all.strataAreReadFromFacts();
        all.maskingNamesAsManyParties();
        all.sequencesGiveProductsInPeriods();
        all.cohortsAddUp();
        all.aChildAgreesBeforeItSigns();
        CourseContradiction.in(study, all.found::add);
        return List.copyOf(all.found);
    }

    private void namesAreUnique(NamedList named) {
        var path = named.path();
        var name = named.name();
        var seen = new HashSet<Object>();
        var items = study.list(path);
        for (int n = 0; n < items.size(); n++) {
            var called = items.get(n).get(name);
            if (called != null && !seen.add(called)) {
                found.add(new Flaw(path + "/" + n + "/" + name, called + " is named twice"));
            }
        }
    }

    private void ratioSpeaksOfTheArms() {
        if (!(study.at("/design/ratio/value") instanceof Map<?, ?> ratio)) {
            return;
        }
        var arms = names("/design/arms", "arm");
        ratio.keySet().stream()
                .map(String::valueOf)
                .filter(arm -> !arms.contains(arm))
                .forEach(arm -> found.add(new Flaw("/design/ratio/value/" + arm, "there is no arm " + arm)));
        arms.stream()
                .filter(arm -> !ratio.containsKey(arm))
                .sorted()
                .forEach(arm -> found.add(new Flaw("/design/ratio/value", "the ratio leaves out the arm " + arm)));
    }

    private void rulesAskWhatIsRecorded() {
        var facts = names("/eligibility/facts", "fact");
        var rules = EligibilityRule.of(study);
        for (int n = 0; n < rules.size(); n++) {
            var path = "/eligibility/rules/" + n + "/when";
            rules.get(n).facts().stream()
                    .filter(fact -> !facts.contains(fact))
                    .sorted()
                    .forEach(
                            fact -> found.add(new Flaw(path, "asks for " + fact + ", which is no fact of this study")));
        }
    }

    private void strataAreReadFromFacts() {
        var facts = names("/eligibility/facts", "fact");
        var strata = study.list("/design/strata/value");
        for (int n = 0; n < strata.size(); n++) {
            var fact = strata.get(n).get("fact");
            if (fact != null && !facts.contains(fact)) {
                found.add(new Flaw("/design/strata/value/" + n + "/fact", fact + " is no fact of this study"));
            }
        }
    }

    private void maskingNamesAsManyParties() {
        var path = "/design/maskedParties/value";
        var masking = study.known("/design/masking").map(OpenValue::value);
        if (masking.isPresent() && study.at(path) instanceof List<?> parties) {
            var expected = PARTIES.indexOf(String.valueOf(masking.get()));
            if (parties.size() != expected) {
                found.add(new Flaw(
                        path,
                        "masking is %s, which masks %d parties, not %d"
                                .formatted(masking.get(), expected, parties.size())));
            }
        }
    }

    private void sequencesGiveProductsInPeriods() {
        var periods = names("/design/periods/value", "period");
        var products = names("/products", "product");
        var arms = study.list("/design/arms");
        for (int n = 0; n < arms.size(); n++) {
            var path = "/design/arms/" + n + "/periods/";
            if (arms.get(n).get("periods") instanceof Map<?, ?> given) {
                given.forEach((period, product) -> {
                    if (!periods.contains(String.valueOf(period))) {
                        found.add(new Flaw(path + period, "there is no period " + period));
                    } else if (!products.contains(String.valueOf(product))) {
                        found.add(new Flaw(path + period, "there is no product " + product));
                    }
                });
            }
        }
    }

    /** Sizes are entered and not reckoned: 27 people over six levels are not 4.5 each. */
    private void cohortsAddUp() {
        var sizes = Cohort.of(study).stream().map(Cohort::size).toList();
        var target = study.known("/design/target").map(OpenValue::value).orElse(null);
        if (!sizes.isEmpty() && !sizes.contains(null) && target instanceof Integer people) {
            long sum = sizes.stream().mapToLong(size -> size == null ? 0 : size).sum();
            if (sum != people) {
                found.add(new Flaw(
                        "/design/cohorts/value", "cohorts of %d people, a target of %d".formatted(sum, people)));
            }
        }
    }

    private void aChildAgreesBeforeItSigns() {
        var path = "/eligibility/guardian/value";
        if (study.at(path + "/below") instanceof Integer below
                && study.at(path + "/assentFrom") instanceof Integer from
                && from > below) {
            found.add(new Flaw(path + "/assentFrom", "nobody older than %d needs a guardian".formatted(below)));
        }
    }

    private Set<String> names(String path, String name) {
        return study.list(path).stream()
                .map(item -> String.valueOf(item.get(name)))
                .collect(Collectors.toSet());
    }
}
