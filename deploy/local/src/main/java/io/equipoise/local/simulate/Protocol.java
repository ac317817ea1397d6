package io.equipoise.local.simulate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A study's definition, as its door shows it, read for what a simulation needs of it. */
record Protocol(JsonNode definition) {

    /** The value at a path of plain names, unless nobody knows it. */
    Optional<JsonNode> value(String... path) {
        return value(definition, path);
    }

    static Optional<JsonNode> value(JsonNode from, String... path) {
        var here = from;
        for (var name : path) {
            here = here.path(name);
        }
        return here.has("value") ? Optional.of(here.path("value")) : Optional.empty();
    }

    private boolean is(String wanted, String... path) {
        return value(path).filter(value -> wanted.equals(value.asString(""))).isPresent();
    }

    boolean randomizes() {
        return is("RANDOMIZED", "design", "allocation") && arms().size() > 1;
    }

    List<String> arms() {
        return names(definition.path("design").path("arms"), "arm");
    }

    /** What kits hold: what an arm gives, or what a sequence gives in its periods. */
    List<String> kinds() {
        return each(definition.path("design").path("arms"))
                .flatMap(arm -> arm.path("periods").isEmpty()
                        ? Stream.of(arm.path("arm").asString(""))
                        : arm.path("periods").valueStream().map(given -> given.asString("")))
                .distinct()
                .toList();
    }

    List<String> cohorts() {
        return names(value("design", "cohorts").orElse(definition.path("none")), "cohort");
    }

    /** How many people a cohort takes, where that is said. */
    Optional<Integer> size(String cohort) {
        return value("design", "cohorts").stream()
                .flatMap(Protocol::each)
                .filter(one -> one.path("cohort").asString("").equals(cohort))
                .map(one -> one.path("size"))
                .filter(JsonNode::isInt)
                .map(JsonNode::intValue)
                .findFirst();
    }

    boolean invites() {
        return is("REQUIRED", "eligibility", "invitation") || is("ENROLLING_BY_INVITATION", "status");
    }

    /** Below which age in completed years a guardian consents, where the definition says so. */
    Optional<Integer> guardedBelow() {
        return guardian("below");
    }

    /** From which age a minor is asked too. */
    Optional<Integer> assentFrom() {
        return guardian("assentFrom");
    }

    private Optional<Integer> guardian(String age) {
        return value("eligibility", "guardian")
                .map(guardian -> guardian.path(age))
                .filter(JsonNode::isInt)
                .map(JsonNode::intValue);
    }

    String consentVersion() {
        return value("consent", "versions").stream()
                .flatMap(Protocol::each)
                .map(version -> version.path("version").asString(""))
                .reduce((first, last) -> last)
                .orElse("1.0");
    }

    List<JsonNode> facts() {
        return each(definition.path("eligibility").path("facts")).toList();
    }

    /** Facts that follow from who is let in at all, with the answer of somebody who fits. */
    Map<String, String> askedBesides() {
        var asked = new LinkedHashMap<String, String>();
        value("eligibility", "sex")
                .map(sex -> sex.asString(""))
                .filter(sex -> !sex.equals("ALL"))
                .ifPresent(sex -> asked.put("sex", sex));
        value("eligibility", "healthyVolunteers")
                .map(healthy -> healthy.asString(""))
                .filter(healthy -> !healthy.equals("ACCEPTED"))
                .ifPresent(healthy -> asked.put("healthyVolunteer", healthy.equals("ONLY") ? "YES" : "NO"));
        return asked;
    }

    List<String> rules() {
        return each(definition.path("eligibility").path("rules"))
                .map(rule -> rule.path("when").asString(""))
                .filter(when -> !when.isEmpty())
                .toList();
    }

    List<Course> courses() {
        return each(definition.path("dosing").path("courses")).map(Course::new).toList();
    }

    int mostDoses() {
        return courses().stream().mapToInt(Course::doses).sum();
    }

    boolean weighs() {
        return value("dosing", "weight")
                        .filter(weight -> weight.path("required").asBoolean(false))
                        .isPresent()
                || courses().stream().anyMatch(Course::perKilogram);
    }

    /** Days from a person's first possible dose to the end of all courses, generously counted. */
    int days() {
        return courses().stream().mapToInt(Course::days).max().orElse(0) + periods();
    }

    private int periods() {
        return value("design", "periods").stream()
                .flatMap(Protocol::each)
                .mapToInt(period -> Course.days(period.path("to").asString("P0D")))
                .max()
                .orElse(0);
    }

    /** How many people the study wants at most. */
    int target() {
        return value("design", "target").map(target -> target.asInt(1)).orElse(Integer.MAX_VALUE);
    }

    int plannedSites() {
        return value("plannedSites")
                .map(planned -> planned.path("sites").asInt(1))
                .orElse(1);
    }

    static Stream<JsonNode> each(JsonNode list) {
        var all = new ArrayList<JsonNode>();
        list.forEach(all::add);
        return all.stream();
    }

    private static List<String> names(JsonNode list, String name) {
        return each(list).map(one -> one.path(name).asString("")).toList();
    }
}
