package io.equipoise.ehr;

import static io.equipoise.ehr.Bundles.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.equipoise.contracts.Contracts;
import io.equipoise.ehr.domain.EhrFact;
import io.equipoise.platform.OnTheStack;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.audit.SealBook;
import io.equipoise.platform.journal.Tail;
import io.equipoise.platform.web.Role;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestConstructor;

/** A person is forgotten: nobody reads who they were, and nothing that reads the journal stops. */
@SpringBootTest(
        classes = EhrIntegrationService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.application.name=ehr-erasure")
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ErasureIT implements OnTheStack {
    private static final TestStack STACK = TestStack.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ANNA = "NCT07146087-01-0071";
    private static final String BORIS = "NCT07146087-01-0072";
    private static final String WHY = "{\"reason\":\"objected under Art. 21\"}";

    private final MongoDatabase database;
    private final SealBook seals;
    private final Tail<EhrFact> relay;
    private final Door site;
    private final Door administrator;
    private final Door monitor;

    ErasureIT(
            @Autowired MongoDatabase database,
            @Autowired SealBook seals,
            @Autowired @Qualifier("relay") Tail<EhrFact> relay,
            @LocalServerPort int port) {
        this.database = database;
        this.seals = seals;
        this.relay = relay;
        this.site = Door.of(port, Role.SITE_COORDINATOR, "01");
        this.administrator = Door.of(port, Role.ADMINISTRATOR, "*");
        this.monitor = Door.of(port, Role.MONITOR, "*");
    }

    @Test
    void a_forgotten_person_is_read_by_nobody_and_stops_no_reader() {
        heard_of(ANNA);
        heard_of(BORIS);
        assertThat(site.tell("e1", whole(ANNA)).status()).isEqualTo(200);
        assertThat(administrator
                        .erase("e2", ANNA, "{\"reason\":\"Peter Chalmers wrote\"}")
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("REASON_TELLS_IDENTITY");
        assertThat(site.erase("e3", ANNA, WHY).status()).isEqualTo(403);
        assertThat(administrator.erase("e4", "nobody", WHY).status()).isEqualTo(404);
        assertThat(administrator.erase("e5", BORIS, WHY).json().path("code").asString())
                .isEqualTo("NOT_LINKED");
        assertThat(administrator
                        .erase("e6", ANNA, "{}")
                        .json()
                        .path("pointers")
                        .path(0)
                        .asString())
                .isEqualTo("/reason");

        var erased = administrator.erase("e7", ANNA, WHY);
        assertThat(erased.status()).as(erased.body()).isEqualTo(200);
        assertThat(administrator.erase("e7", ANNA, WHY).body())
                .as("the same again")
                .isEqualTo(erased.body());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(database.getCollection("keys")
                                .find(Filters.eq("_id", "subject/" + ANNA))
                                .first())
                        .containsEntry("forgotten", true)
                        .doesNotContainKey("wrapped"));

        everybody_goes_on();
        the_journal_is_what_it_was();
        told_again_from_the_start_it_is_withheld();
    }

    private void everybody_goes_on() {
        assertThat(site.tell("e1", whole(ANNA)).status())
                .as("a repeat of what was")
                .isEqualTo(200);
        assertThat(site.tell("e8", whole(ANNA)).code()).isEqualTo("SUBJECT_FORGOTTEN");
        assertThat(site.tell("e9", whole(BORIS)).status()).isEqualTo(200);
        STACK.hear("ehr", record -> record.key().equals("ehr-link/" + BORIS));
        assertThat(monitor.get("/api/audit/ehr-erasure/projections")
                        .json()
                        .path("equal")
                        .booleanValue())
                .isTrue();
    }

    private void the_journal_is_what_it_was() {
        await().atMost(PATIENCE)
                .until(() -> seals.verify(0).sealedTo()
                        == database.getCollection("journal").countDocuments());
        assertThat(seals.verify(0).problems()).isEmpty();
        var trail = monitor.get("/api/audit/ehr-erasure/commits?stream=ehr-link/" + ANNA);
        assertThat(trail.json().path("commits").path(1).path("facts").toString())
                .isEqualTo("[\"PersonForgotten.v1\"]");
        assertThat(trail.json().path("commits").path(1).path("reasonWithheld").booleanValue())
                .isTrue();
        assertThat(trail.body()).doesNotContain("Art. 21");
    }

    private void told_again_from_the_start_it_is_withheld() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(told(ANNA)).containsExactly("EhrFactsReceived.v1", "Withheld.v1"));
        relay.again(() -> {});
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(told(ANNA))
                        .containsExactly("EhrFactsReceived.v1", "Withheld.v1", "Withheld.v1", "Withheld.v1"));
    }

    private static List<String> told(String subject) {
        return STACK.recordsOn("ehr").stream()
                .filter(record -> record.key().equals("ehr-link/" + subject))
                .map(TestStack::typeOf)
                .toList();
    }

    private void heard_of(String subject) {
        STACK.tell("studies", "study/NCT07146087", 1, "StudyDefined.v1", EhrJourneyIT.STUDY);
        var registered = Contracts.example("SubjectRegistered.v1").replace("NCT07146087-01-0001", subject);
        STACK.tell("enrolment", "subject/" + subject, 1, "SubjectRegistered.v1", registered);
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(database.getCollection("subjects")
                            .find(Filters.eq("_id", subject))
                            .first())
                    .isNotNull();
            assertThat(database.getCollection("asked_facts").countDocuments(Filters.eq("_id", "NCT07146087")))
                    .isEqualTo(1);
        });
    }
}
