package io.equipoise.operations.adapter.odm;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.equipoise.contracts.odm.OdmFile;
import io.equipoise.operations.Tales;
import io.equipoise.operations.adapter.mongo.MongoTrials;
import io.equipoise.operations.adapter.mongo.TrialProjection;
import io.equipoise.operations.application.Trial;
import io.equipoise.store.EmbeddedStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The whole tale of a trial as ODM, against CDISC's own schema, offline. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClinicalOdmTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static EmbeddedStore store;
    private static MongoClient mongo;
    private static MongoTrials trials;
    private static Trial trial;

    @BeforeAll
    static void a_trial_was_told() {
        store = EmbeddedStore.temporary();
        mongo = MongoClients.create(store.uri());
        var database = mongo.getDatabase("odm");
        var projection = new TrialProjection(database, heard -> {});
        Tales.of(LocalDate.parse("2026-11-22")).forEach(projection::apply);
        trials = new MongoTrials(database);
        trial = trials.trial(trials.studies().getFirst()).orElseThrow();
    }

    @AfterAll
    static void stop() {
        mongo.close();
        store.close();
    }

    private static byte[] written(Trial seen) {
        return new ClinicalOdm(seen, trials::story, NOW).file();
    }

    @Test
    void it_is_valid() throws Exception {
        new OdmFile(written(trial)).mustBeValid();
    }

    @Test
    void every_person_dose_and_adverse_event_goes_out() throws Exception {
        var odm = new OdmFile(written(trial)).parsed();
        assertThat(odm.of("count(//*[local-name()='SubjectData'])"))
                .isEqualTo(String.valueOf(trial.people().size()));
        assertThat(odm.of("count(//*[@StudyEventOID='SE.ADVERSE_EVENT'])"))
                .isEqualTo(String.valueOf(trial.harms().size()));
        var doses = trial.people().stream()
                .mapToInt(person -> person.doses().size())
                .sum();
        assertThat(doses).isPositive();
        assertThat(odm.of("count(//*[@StudyEventOID='SE.DOSE'])")).isEqualTo(String.valueOf(doses));
        var planned = trial.people().stream()
                .mapToInt(person -> person.entries().size())
                .sum();
        assertThat(odm.of("count(//*[@StudyEventOID='SE.CALENDAR'])")).isEqualTo(String.valueOf(planned));
    }

    @Test
    void every_dose_and_adverse_event_says_when_and_where_it_was_recorded() throws Exception {
        var odm = new OdmFile(written(trial)).parsed();
        for (var event : new String[] {"SE.DOSE", "SE.ADVERSE_EVENT"}) {
            assertThat(odm.of("count(//*[@StudyEventOID='" + event + "'][not(*[local-name()='AuditRecord'])])"))
                    .as(event)
                    .isEqualTo("0");
        }
        assertThat(odm.of("count(//@UserOID[not(. = //*[local-name()='User']/@OID)])"))
                .isEqualTo("0");
        assertThat(odm.of("count(//@LocationOID[not(. = //*[local-name()='Location']/@OID)])"))
                .isEqualTo("0");
        assertThat(odm.of("count(//@ItemOID[not(. = //*[local-name()='ItemDef']/@OID)])"))
                .isEqualTo("0");
        assertThat(odm.of("//*[@StudyEventOID='SE.DOSE'][1]//*[local-name()='SourceID']"))
                .contains(" @ ");
    }

    @Test
    void an_audit_record_names_whose_account_it_was_or_else_the_service() throws Exception {
        var odm = new OdmFile(written(trial)).parsed();
        assertThat(odm.of("count(//*[@StudyEventOID='SE.ADVERSE_EVENT']//@UserOID[. != 'USR.sc-01'])"))
                .isEqualTo("0");
        assertThat(odm.of("count(//*[@StudyEventOID='SE.DOSE']//@UserOID[. != 'USR.dosing-schedule'])"))
                .isEqualTo("0");
        assertThat(odm.of("//*[@OID='USR.sc-01']/*[local-name()='UserName']")).isEqualTo("sc-01");
    }

    @Test
    void no_arm_and_no_product_is_in_it() {
        assertThat(new String(written(trial), StandardCharsets.UTF_8).toUpperCase(java.util.Locale.ROOT))
                .doesNotContain("SALINE", "PLACEBO", "\"ARM", ">ARM", "KIT_TYPE", "KITTYPE");
    }

    @Test
    void staff_of_a_site_get_their_people_only() throws Exception {
        var odm = new OdmFile(written(trial.seenFrom(Set.of("02")))).parsed();
        assertThat(odm.of("count(//*[local-name()='SubjectData'])")).isNotEqualTo("0");
        assertThat(odm.of("count(//*[local-name()='SiteRef'][@LocationOID != 'LOC.02'])"))
                .isEqualTo("0");
    }
}
