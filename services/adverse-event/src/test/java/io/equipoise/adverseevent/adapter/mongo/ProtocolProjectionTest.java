package io.equipoise.adverseevent.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.equipoise.adverseevent.application.SafetyProtocol;
import io.equipoise.adverseevent.domain.LotThreshold;
import io.equipoise.platform.Acceptance;
import io.equipoise.platform.consume.Heard;
import io.equipoise.platform.web.StrictJson;
import io.equipoise.store.EmbeddedStore;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What is read of a study's definition, by the studies of the library as they are. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProtocolProjectionTest {
    private static EmbeddedStore store;
    private static MongoClient client;
    private static MongoDatabase database;

    @BeforeAll
    static void start() {
        store = EmbeddedStore.temporary();
        client = MongoClients.create(store.uri());
        database = client.getDatabase("protocols");
    }

    @AfterAll
    static void stop() {
        client.close();
        store.close();
    }

    @Test
    @Acceptance("AE-3")
    void the_case_report_has_a_spinal_and_a_venous_part_and_a_laser() throws IOException {
        assertThat(ofLibrary("CASEJAFARI2025").names().components())
                .containsExactlyInAnyOrder("INTRATHECAL", "INTRAVENOUS", "LASER");
    }

    @Test
    @Acceptance("AE-2")
    void the_crossover_of_mesems_has_two_periods() throws IOException {
        assertThat(ofLibrary("MESEMS").names().periods()).containsExactlyInAnyOrder("P1", "P2");
    }

    @Test
    @Acceptance("AE-7")
    void what_a_study_leaves_open_stays_open() throws IOException {
        var protocol = ofLibrary("NCT07146087");
        assertThat(protocol.names().products()).containsExactlyInAnyOrder("EXOSOMES", "SALINE");
        assertThat(protocol.infusionReactionWindow()).isEmpty();
        assertThat(protocol.lotThreshold()).isEmpty();
        assertThat(protocol.visits()).isEmpty();
    }

    @Test
    void what_a_study_has_said_counts() {
        var protocol = heard("""
            {"safety":{"infusionReactionWindow":{"basis":"stated","value":"PT24H"},
             "lotCluster":{"basis":"assumed","value":{"people":2,"within":"P7D"}}},
             "visits":{"basis":"stated","value":[{"visit":"WEEK_4"},{"visit":"WEEK_8"}]}}\
            """);
        assertThat(protocol.infusionReactionWindow()).contains(Duration.ofHours(24));
        assertThat(protocol.lotThreshold()).contains(new LotThreshold(2, Duration.ofDays(7)));
        assertThat(protocol.visits()).containsExactly("WEEK_4", "WEEK_8");
    }

    @Test
    void a_value_of_unknown_basis_does_not_count() {
        var protocol = heard("""
            {"safety":{"infusionReactionWindow":{"basis":"unknown","value":"PT24H"},
             "lotCluster":{"basis":"stated","value":{"people":1}}},
             "visits":{"basis":"unknown","value":[{"visit":"WEEK_4"}]}}\
            """);
        assertThat(protocol.infusionReactionWindow()).isEmpty();
        assertThat(protocol.lotThreshold()).isEmpty();
        assertThat(protocol.visits()).isEmpty();
    }

    @Test
    void the_product_is_open_only_where_there_is_one_and_one_arm_and_nobody_is_masked() {
        var open = """
            {"products":[{"product":"EXOSOMES","title":"MSC-derived exosomes"}%s],
             "design":{"masking":{"basis":"%s","value":"%s"},"arms":[{"arm":"A"}%s]}}\
            """;
        assertThat(heard(open.formatted("", "stated", "NONE", "")).openProduct())
                .contains("MSC-derived exosomes");
        assertThat(heard(open.formatted("", "stated", "SINGLE", "")).openProduct())
                .isEmpty();
        assertThat(heard(open.formatted("", "unknown", "NONE", "")).openProduct())
                .isEmpty();
        assertThat(heard(open.formatted("", "stated", "NONE", ",{\"arm\":\"B\"}"))
                        .openProduct())
                .isEmpty();
        assertThat(heard(open.formatted(",{\"product\":\"SALINE\",\"title\":\"saline\"}", "stated", "NONE", ""))
                        .openProduct())
                .isEmpty();
    }

    @Test
    void the_indication_is_the_one_condition_of_people_who_have_it() throws IOException {
        assertThat(ofLibrary("NCT07146087").condition())
                .contains("multiple sclerosis, progressive (primary or secondary)");
        assertThat(ofLibrary("MESEMS").condition()).isEmpty();
        assertThat(heard("""
            {"conditions":{"basis":"stated","value":["dry eye"]},
             "population":{"basis":"stated","value":"HEALTHY_VOLUNTEERS"}}\
            """).condition()).isEmpty();
    }

    @Test
    void of_a_study_that_nobody_told_of_nothing_is_known() {
        assertThat(new ProtocolProjection(database).of("NCT99999999")).isEmpty();
    }

    private static SafetyProtocol ofLibrary(String study) throws IOException {
        return heard(study, Definitions.ofLibrary(study));
    }

    private static SafetyProtocol heard(String definition) {
        return heard("S1", Definitions.told("S1", StrictJson.mapper().readTree(definition)));
    }

    private static SafetyProtocol heard(String study, Heard told) {
        var projection = new ProtocolProjection(database);
        projection.apply(told);
        return projection.of(study).orElseThrow();
    }
}
