package io.equipoise.enrolment.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a definition says about who may come at all, beside its rules. A value that it leaves open is an open rule,
 * which nobody meets, where no further rule is stated and nobody confirmed that; else it asks nothing. It is never ALL.
 *
 * @param noRulesConfirmed by whom, in whose words, it was confirmed that no further rule is stated; null while open
 */
public record Admission(
        Stance sex,
        Stance healthyVolunteers,
        @Nullable Guardianship guardian,
        boolean invitationRequired,
        @Nullable String noRulesConfirmed) {
    public static final Admission SILENT = new Admission(Stance.SILENT, Stance.SILENT, null, false, null);

    private static final String SEX = "sex";
    private static final String HEALTHY = "healthyVolunteer";
    static final String BIRTH = "birthDate";
    private static final Set<String> ASKED_OF_EVERYBODY = Set.of(BIRTH, SEX, HEALTHY);

    /** A value with how it was stated: not at all, left open, or stated. */
    public record Stance(boolean mentioned, @Nullable String value) {
        public static final Stance SILENT = new Stance(false, null);
        public static final Stance OPEN = new Stance(true, null);

        public static Stance of(String value) {
            return new Stance(true, value);
        }

        boolean isOpen() {
            return mentioned && value == null;
        }

        boolean is(String wanted) {
            return wanted.equals(value);
        }
    }

    /** The facts that are asked for because of what is stated here, where the definition does not name them itself. */
    public List<FactDefinition> facts(List<FactDefinition> stated) {
        var all = new ArrayList<>(stated);
        if (sex.is("FEMALE") || sex.is("MALE")) {
            add(
                    all,
                    new FactDefinition(
                            SEX, "Sex", FactType.CODE, List.of("FEMALE", "MALE", "OTHER"), List.of(), null, null));
        }
        if (healthyVolunteers.is("REFUSED") || healthyVolunteers.is("ONLY")) {
            add(
                    all,
                    new FactDefinition(
                            HEALTHY, "Healthy volunteer", FactType.YES_NO, List.of(), List.of(), null, null));
        }
        if (guardian != null) {
            add(all, new FactDefinition(BIRTH, "Date of birth", FactType.DATE, List.of(), List.of(), null, null));
        }
        return all;
    }

    private static void add(List<FactDefinition> all, FactDefinition fact) {
        if (all.stream().noneMatch(known -> known.fact().equals(fact.fact()))) {
            all.add(fact);
        }
    }

    /** The rules as stated, and those that follow from what is said here; a fact that a rule asks for is not asked twice. */
    public List<Rule> rules(List<Rule> stated) {
        var bare =
                stated.stream().allMatch(rule -> rule.open() == null && ASKED_OF_EVERYBODY.containsAll(rule.facts()));
        var unsettled = bare && noRulesConfirmed == null;
        var all = new ArrayList<>(stated);
        if (!asks(stated, SEX)) {
            bySex(all, unsettled);
        }
        if (!asks(stated, HEALTHY)) {
            byHealth(all, unsettled);
        }
        if (bare) {
            all.add(
                    noRulesConfirmed == null
                            ? Rule.open(
                                    "NO_FURTHER_RULES",
                                    "CONFIRMATION",
                                    "no rule is stated beyond age, sex and health",
                                    "a person must confirm that no further eligibility rule is stated"
                                            + " (eligibility.noRulesConfirmed): nothing stated is not no limits")
                            : new Rule("NO_FURTHER_RULES", "CONFIRMATION", noRulesConfirmed, "true"));
        }
        return all;
    }

    private void bySex(List<Rule> all, boolean unsettled) {
        if (sex.is("FEMALE") || sex.is("MALE")) {
            all.add(new Rule(
                    "SEX", "INCLUSION", sex.is("FEMALE") ? "female" : "male", "fact.sex == \"" + sex.value() + "\""));
        }
        if (sex.isOpen() && unsettled) {
            all.add(Rule.open(
                    "SEX", "INCLUSION", "sex", "the definition leaves open which sexes take part (eligibility.sex)"));
        }
    }

    private void byHealth(List<Rule> all, boolean unsettled) {
        if (healthyVolunteers.is("REFUSED")) {
            all.add(new Rule("NO_HEALTHY_VOLUNTEERS", "EXCLUSION", "no healthy volunteers", "!fact.healthyVolunteer"));
        }
        if (healthyVolunteers.is("ONLY")) {
            all.add(new Rule(
                    "HEALTHY_VOLUNTEERS_ONLY", "INCLUSION", "healthy volunteers only", "fact.healthyVolunteer"));
        }
        if (healthyVolunteers.isOpen() && unsettled) {
            all.add(Rule.open(
                    "HEALTHY_VOLUNTEERS",
                    "INCLUSION",
                    "healthy volunteers",
                    "the definition leaves open whether healthy volunteers take part (eligibility.healthyVolunteers)"));
        }
    }

    private static boolean asks(List<Rule> stated, String fact) {
        return stated.stream().anyMatch(rule -> rule.facts().contains(fact));
    }
}
