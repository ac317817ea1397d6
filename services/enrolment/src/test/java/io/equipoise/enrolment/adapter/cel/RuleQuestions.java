package io.equipoise.enrolment.adapter.cel;

import static io.equipoise.enrolment.domain.Trial.PROTOCOL;
import static io.equipoise.enrolment.domain.Trial.SCREENED;

import io.equipoise.enrolment.domain.Admission;
import io.equipoise.enrolment.domain.AgeConvention;
import io.equipoise.enrolment.domain.Answer;
import io.equipoise.enrolment.domain.Criterion;
import io.equipoise.enrolment.domain.Fact;
import io.equipoise.enrolment.domain.FactDefinition;
import io.equipoise.enrolment.domain.FactType;
import io.equipoise.enrolment.domain.Protocol;
import io.equipoise.enrolment.domain.Rule;
import io.equipoise.enrolment.domain.Trial;
import io.equipoise.enrolment.domain.WashoutBoundary;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the specifications of rules ask, and of whom. */
final class RuleQuestions {
    final CelRules rules = new CelRules();

    static Map<String, Fact> eligible() {
        var facts = new LinkedHashMap<String, Fact>();
        Trial.eligibleFacts().forEach(fact -> facts.put(fact.fact(), fact));
        return facts;
    }

    static Fact fact(String name, String value) {
        return new Fact(name, value, SCREENED, "clinic");
    }

    /** The answer to a rule of NCT07146087 for somebody who is eligible but for this one fact. */
    Criterion bio(String rule, String fact, String value) {
        return bio(PROTOCOL, rule, fact, value);
    }

    Criterion bio(Protocol protocol, String rule, String fact, String value) {
        var facts = eligible();
        facts.put(fact, fact(fact, value));
        return find(rule, rules.assess(protocol, SCREENED, facts));
    }

    static Criterion find(String rule, List<Criterion> criteria) {
        return criteria.stream()
                .filter(criterion -> criterion.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    static FactDefinition asked(String name, FactType type, String... codes) {
        return new FactDefinition(name, name, type, List.of(codes), List.of(), null, null);
    }

    static Protocol study(List<FactDefinition> facts, String when) {
        return protocol(
                AgeConvention.COMPLETED_YEARS_INCLUSIVE, WashoutBoundary.EXCLUDES_WHEN_ON_BOUNDARY, facts, when);
    }

    static Protocol protocol(
            @Nullable AgeConvention age, @Nullable WashoutBoundary washout, List<FactDefinition> facts, String when) {
        return new Protocol(
                "NCT00000001",
                1,
                age,
                washout,
                facts,
                List.of(new Rule("RULE", "INCLUSION", "rule", when)),
                List.of(),
                List.of(),
                null,
                List.of(),
                Admission.SILENT,
                List.of());
    }

    Answer answer(Protocol study, LocalDate screened, Fact... facts) {
        var known = new LinkedHashMap<String, Fact>();
        List.of(facts).forEach(fact -> known.put(fact.fact(), fact));
        return rules.assess(study, screened, known).getFirst().answer();
    }

    Answer aged(String when, int years) {
        var study = study(List.of(Trial.BIRTH), when);
        return answer(
                study, SCREENED, fact("birthDate", SCREENED.minusYears(years).toString()));
    }
}
