package io.equipoise.randomization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.journal.Journal;
import io.equipoise.platform.web.Role;
import io.equipoise.randomization.domain.AllocationEvent;
import io.equipoise.store.EmbeddedStore;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** At any hour (domain rules 4.8): nobody is asked, nobody is waited for, and no broker answers. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
@DisplayNameGeneration(ReplaceUnderscores.class)
class CodeBreakAtNightIT {
    private static final EmbeddedStore STORE = EmbeddedStore.temporary();
    private static final String DOOR = "/api/subjects/" + Doors.subject(1) + "/code-breaks";
    private static final String SEIZURE = "{'category':'MEDICAL_EMERGENCY','reason':'seizure after the infusion',"
            + "'at':'2025-06-02T21:14:00Z','requestedBy':{'name':'Dr. Weiss','role':'physician on duty'}}";

    private final MongoDatabase database;
    private final Journal<AllocationEvent> journal;
    private final Doors doors;

    CodeBreakAtNightIT(
            @Autowired MongoDatabase database, @Autowired Journal<AllocationEvent> journal, @LocalServerPort int port) {
        this.database = database;
        this.journal = journal;
        this.doors = new Doors(port);
    }

    @DynamicPropertySource
    static void everything_but_a_broker(DynamicPropertyRegistry registry) {
        TestStack.configure(registry);
        registry.add("spring.mongodb.uri", STORE::uri);
        registry.add("spring.kafka.bootstrap-servers", CodeBreakAtNightIT::nobody);
        registry.add("spring.kafka.admin.operation-timeout", () -> "1s");
    }

    @Test
    void a_code_is_broken_while_the_broker_is_away() throws Exception {
        annaIsRandomized();
        var investigator = Doors.STACK.token("inv-01", Role.INVESTIGATOR, "01");
        var broken = doors.post(DOOR, investigator, "break", SEIZURE);
        assertThat(broken.statusCode()).as(broken.body()).isEqualTo(201);
        assertThat(broken.body()).contains("\"arm\":\"CANARY_");
        assertThat(journal.read("allocation/" + World.STUDY).getLast().facts())
                .extracting(fact -> fact.getClass().getSimpleName())
                .containsExactly("CodeBroken", "CodeBreakRequested");
    }

    @Test
    void an_old_log_in_is_refused_with_a_challenge_and_a_new_one_goes_through_with_the_same_key() throws Exception {
        annaIsRandomized();
        var yesterday =
                Doors.STACK.token("inv-01", Role.INVESTIGATOR, Instant.now().minusSeconds(86_400), "01");
        var stale = doors.post(DOOR, yesterday, "twice", SEIZURE);
        Doors.refused(stale, 401, "REAUTHENTICATION_NEEDED");
        assertThat(stale.headers().firstValue("WWW-Authenticate").orElseThrow())
                .isEqualTo("Bearer error=\"insufficient_user_authentication\", max_age=\"300\"");
        var today = Doors.STACK.token("inv-01", Role.INVESTIGATOR, "01");
        assertThat(doors.post(DOOR, today, "twice", SEIZURE).statusCode()).isEqualTo(201);
        Doors.refused(doors.post(DOOR, yesterday, "twice", SEIZURE), 401, "REAUTHENTICATION_NEEDED");
        assertThat(journal.read("allocation/" + World.STUDY).stream()
                        .flatMap(commit -> commit.facts().stream())
                        .filter(AllocationEvent.CodeBreakRefused.class::isInstance))
                .hasSize(1);
    }

    @Test
    void what_it_did_to_the_trial_stays_open_until_the_monitor_has_written_it_down() throws Exception {
        annaIsRandomized();
        var investigator = Doors.STACK.token("inv-01", Role.INVESTIGATOR, "01");
        var monitor = Doors.STACK.token("mon-01", Role.MONITOR, "*");
        var tasks = "/api/studies/" + World.STUDY + "/code-break-tasks";
        var impact = "{'brokenAt':'2025-08-11T03:40:00Z','deviation':'MINOR','impact':'continues; the assessor stays"
                + " blind'}";
        Doors.refused(doors.post(DOOR + "/impact", monitor, "early", impact), 404, "CODE_BREAK_UNKNOWN");
        doors.post(DOOR, investigator, "impact-break", SEIZURE.replace("2025-06-02T21:14:00Z", "2025-08-11T03:40:00Z"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> doors.get(tasks, monitor).body().contains("2025-08-11T03:40:00Z"));
        assertThat(doors.get(tasks, monitor).body())
                .contains("\"brokenAt\":\"2025-08-11T03:40:00Z\",\"state\":\"OPEN\"")
                .doesNotContain("CANARY");
        var elsewhere = Doors.STACK.token("inv-02", Role.INVESTIGATOR, "02");
        assertThat(doors.get(tasks, elsewhere).body()).isEqualTo("[]");
        Doors.refused(doors.post(DOOR + "/impact", elsewhere, "elsewhere", impact), 403, "OTHER_SITE");
        assertThat(doors.post(DOOR + "/impact", monitor, "impact", impact).statusCode())
                .isEqualTo(201);
        assertThat(doors.post(DOOR + "/impact", monitor, "impact", impact).statusCode())
                .isEqualTo(200);
        Doors.refused(doors.post(DOOR + "/impact", investigator, "again", impact), 409, "CODE_BREAK_ALREADY_ASSESSED");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> doors.get(tasks, monitor).body().contains("\"assessedBy\":\"mon-01\""));
        assertThat(doors.get(tasks, monitor).body()).contains("DOCUMENTED", "MINOR", "continues; the assessor");
        assertThat(doors.get(tasks, investigator).body()).contains("continues; the assessor");
        assertThat(doors.get(tasks, Doors.STACK.token("mon-02", Role.MONITOR, "*"))
                        .body())
                .contains("DOCUMENTED")
                .doesNotContain("assessor stays blind");
    }

    private void annaIsRandomized() throws Exception {
        new Hearsay(database).ofAStudy("[]", 1, "{}");
        doors.post(
                "/api/studies/" + World.STUDY + "/allocation-list",
                Doors.STATISTICIAN,
                "draw",
                "{'seed':'5eed5eed5eed5eed','blockSizes':[2],'slotsPerStratum':20}");
        doors.post(
                "/api/subjects/" + Doors.subject(1) + "/randomization",
                Doors.INVESTIGATOR,
                "randomize",
                "{'randomizedOn':'2025-03-11'}");
    }

    private static String nobody() {
        try (var socket = new ServerSocket(0)) {
            return "127.0.0.1:" + socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
