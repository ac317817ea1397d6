package io.equipoise.enrolment;

import io.equipoise.enrolment.adapter.cel.CelRules;
import io.equipoise.enrolment.adapter.mongo.DefinitionReader;
import io.equipoise.enrolment.domain.Answer;
import io.equipoise.enrolment.domain.Criterion;
import io.equipoise.enrolment.domain.Fact;
import io.equipoise.enrolment.domain.Protocol;
import io.equipoise.platform.web.StrictJson;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Definitions of the trials in the sources, as far as eligibility goes, and what their rules answer. */
final class TrialQuestions {
    static final LocalDate SCREENED = LocalDate.of(2026, 5, 31);
    static final JsonMapper JSON = StrictJson.mapper();
    static final String YEARS = "\"ageConvention\":{\"basis\":\"read\",\"value\":\"COMPLETED_YEARS_INCLUSIVE\"},";
    static final String BIRTH = "{\"fact\":\"birthDate\",\"type\":\"DATE\"}";
    static final String CONFIRMED = "\"noRulesConfirmed\":{\"basis\":\"assumed\",\"value\":\"none stated\",\"by\":\"a"
            + " monitor\",\"on\":\"2026-11-22\"}";

    final CelRules rules = new CelRules();

    static Protocol study(String eligibility) {
        return DefinitionReader.read("S", 3, JSON.readTree("{\"eligibility\":{" + eligibility + "}}"));
    }

    /** An age rule alone, with the confirmation that nothing else is asked. */
    static Protocol aged(String when) {
        return study(YEARS + CONFIRMED + ",\"facts\":[" + BIRTH
                + "],\"rules\":[{\"rule\":\"AGE\",\"kind\":\"INCLUSION\",\"text\":\"age\",\"when\":\"" + when + "\"}]");
    }

    static Fact is(String fact, String value) {
        return new Fact(fact, value, SCREENED, "clinic");
    }

    List<Criterion> ask(Protocol study, LocalDate screened, Fact... facts) {
        return rules.assess(
                study, screened, Arrays.stream(facts).collect(Collectors.toMap(Fact::fact, Function.identity())));
    }

    Answer answer(Protocol study, String rule, Fact... facts) {
        return ask(study, SCREENED, facts).stream()
                .filter(criterion -> criterion.rule().equals(rule))
                .findFirst()
                .orElseThrow()
                .answer();
    }

    Answer at(int years, Protocol study) {
        return answer(study, "AGE", is("birthDate", SCREENED.minusYears(years).toString()));
    }
}
