package io.equipoise.adverseevent.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.equipoise.adverseevent.domain.Lifter;
import io.equipoise.adverseevent.domain.StoppingFact.ExposureNoted;
import io.equipoise.adverseevent.domain.StoppingRule.Way;
import io.equipoise.contracts.Contracts;
import io.equipoise.platform.consume.Heard;
import io.equipoise.platform.web.StrictJson;
import io.equipoise.store.EmbeddedStore;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StoppingToldTest {
    private static final String STUDY = "NCT07146087";
    private static final String RULES = """
        {"basis": "stated", "value": [{"rule": "SEVERE", "title": "Severe related events",
          "counts": {"terms": [], "grade": 3, "serious": false, "related": true, "withinDays": 28},
          "method": "BOIN", "parameters": {"planned": "12", "target": "0.3"}, "choice": "HOLD",
          "liftedBy": ["DATA_SAFETY_BOARD"]}]}\
        """;

    private final EmbeddedStore store = EmbeddedStore.temporary();
    private final MongoClient client = MongoClients.create(store.uri());
    private final StoppingToldProjection told =
            new StoppingToldProjection(client.getDatabase("told"), StrictJson.mapper());

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    @Test
    void golden_doses_of_both_kinds_are_counted_once_however_often_they_are_told() {
        for (int round = 0; round < 2; round++) {
            told.apply(heard("DoseAdministered.v1", Contracts.example("DoseAdministered.v1")));
            told.apply(heard("DoseTakenAsNeeded.v1", Contracts.example("DoseTakenAsNeeded.v1")));
            told.apply(heard("DoseHeld.v1", Contracts.example("DoseHeld.v1")));
        }
        assertThat(told.doses(STUDY))
                .containsExactly(
                        new ExposureNoted(STUDY, STUDY + "-01-0001", Instant.parse("2025-03-11T09:00:00Z")),
                        new ExposureNoted(STUDY, STUDY + "-01-0001", Instant.parse("2025-03-11T21:00:00Z")));
    }

    @Test
    void the_rules_that_a_definition_states_are_read_and_what_it_leaves_open_is_none() {
        told.apply(defined(1, "{\"basis\": \"unknown\", \"text\": \"stopping rules\"}"));
        told.apply(defined(2, RULES));
        assertThat(told.knows(STUDY)).isTrue();
        assertThat(told.knows("NCT09999999")).isFalse();
        assertThat(told.stated(STUDY, 1)).isEmpty();
        assertThat(told.stated(STUDY, 3)).isEmpty();
        assertThat(told.stated(STUDY, 2)).singleElement().satisfies(rule -> {
            assertThat(rule.method()).isEqualTo(Way.BOIN);
            assertThat(rule.counts().withinDays()).isEqualTo(28);
            assertThat(rule.liftedBy()).containsExactly(Lifter.DATA_SAFETY_BOARD);
        });
    }

    @Test
    void a_rule_that_cannot_be_read_does_not_count() {
        told.apply(defined(1, RULES.replace("BOIN", "GUESS")));
        told.apply(defined(2, RULES.replace("\"parameters\": {\"planned\": \"12\", \"target\": \"0.3\"}, ", "")));
        assertThat(told.stated(STUDY, 1)).isEmpty();
        assertThat(told.stated(STUDY, 2)).isEmpty();
    }

    private static Heard defined(int version, String rules) {
        return heard("StudyDefined.v1", """
            {"study": "%s", "version": %d, "definition": {"safety": {"stoppingRules": %s}}}\
            """.formatted(STUDY, version, rules));
    }

    private static Heard heard(String type, String json) {
        var data = StrictJson.mapper().readTree(json);
        return new Heard("other", "topic", "stream", 1, 1, type, data, Instant.EPOCH, null, null, null);
    }
}
