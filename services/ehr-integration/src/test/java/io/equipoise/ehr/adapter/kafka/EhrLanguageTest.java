package io.equipoise.ehr.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.Contracts;
import io.equipoise.ehr.Facts;
import io.equipoise.ehr.domain.EhrFact.FactsReceived;
import io.equipoise.platform.web.StrictJson;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EhrLanguageTest {
    private static final String TYPE = "EhrFactsReceived.v1";

    private final JsonMapper json = StrictJson.mapper();

    @Test
    void what_is_told_keeps_the_contract_and_has_exactly_its_fields() {
        var messages = new EhrLanguage().tell(Facts.commit(Facts.RECEIVED));
        assertThat(messages).hasSize(1);
        var told = json.writeValueAsString(messages.getFirst().data());
        assertThat(messages.getFirst().type()).isEqualTo(TYPE);
        assertThat(messages.getFirst().topic())
                .isEqualTo(Contracts.event(TYPE).orElseThrow().topic());
        assertThat(Contracts.problems(TYPE, told)).isEmpty();
        assertThat(json.readTree(told).propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        json.readTree(Contracts.example(TYPE)).propertyNames());
    }

    @Test
    void facts_without_a_consent_keep_the_contract_too() {
        var alone = new FactsReceived(Facts.SUBJECT, Facts.RECEIVED.facts(), null, "fhir-r4/1");
        var told = json.writeValueAsString(
                new EhrLanguage().tell(Facts.commit(alone)).getFirst().data());
        assertThat(Contracts.problems(TYPE, told)).isEmpty();
    }

    @Test
    void who_the_person_is_is_never_told() {
        assertThat(new EhrLanguage().tell(Facts.commit(Facts.ANNA))).isEmpty();
        var told = json.writeValueAsString(new EhrLanguage()
                .tell(Facts.commit(Facts.ANNA, Facts.RECEIVED))
                .getFirst()
                .data());
        for (var trace : List.of("4711", "Lindqvist", "Anna", "urn:ward")) {
            assertThat(told).doesNotContain(trace);
        }
    }
}
