package io.equipoise.dosing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.equipoise.platform.OnTheStack;
import io.equipoise.platform.TestClient.Answer;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.web.Role;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestConstructor;

/** A study without randomization over a real broker and store: enrolment, dose groups, lots, weights, sign-off. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class OpenStudyIT implements OnTheStack {
    private static final TestStack STACK = TestStack.shared();

    private final Desk desk;
    private final Door officer;

    OpenStudyIT(@Autowired MongoDatabase database, @LocalServerPort int port) {
        this.desk = Desk.of(database, port);
        this.officer = desk.ward().as(STACK.token("safety-01", Role.SAFETY_OFFICER, "*"));
    }

    @Test
    void a_dose_group_a_weight_and_a_lot_make_a_dose_and_a_sign_off_opens_the_next_level() {
        var others = new Others(STACK, "NCT00000011");
        var anna = others.subject(1);
        others.openStudyIsActive(1, "ENROLMENT_AND_DOSING");
        others.siteIsOpen();
        others.consented(1);
        others.enrolled(1);
        others.consented(2);
        others.enrolled(2);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> put(anna, "L1", "2025-03-10").status() == 200);
        assertThat(desk.planned(anna)).containsExactly("2025-03-11", "2025-03-18");
        var calendar = desk.ward().get("/api/subjects/" + anna + "/calendar").body();
        assertThat(calendar.path("anchor").asString()).isEqualTo("ENROLMENT");
        assertThat(calendar.path("cohort").asString()).isEqualTo("L1");
        assertThat(calendar.at("/entries/0/course").asString()).isEqualTo("LOW");
        assertThat(calendar.at("/visits/0/planned").asString()).isEqualTo("2025-03-31");

        assertThat(give(anna, "2025-03-09").code()).isEqualTo("WEIGHT_STALE");
        var given = give(anna, "2025-03-11");
        assertThat(given.status()).as(given.text()).isEqualTo(201);
        assertThat(given.body().path("arithmetic").asString()).isEqualTo("100 ug/kg x 70 kg = 7,000 ug");
        assertThat(given.body().at("/amount/number").asString()).isEqualTo("7000");

        var boris = others.subject(2);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> put(boris, "L1", "2025-03-12").code().equals("SENTINEL_STAGGER"));
        assertThat(put(boris, "L2", "2025-03-18").code()).isEqualTo("LEVEL_NOT_OPEN");
        var path = "/api/studies/NCT00000011/cohorts/L1/sign-off";
        var body = "{\"on\":\"2025-03-17\",\"reason\":\"all reviewed\",\"treated\":1,\"toxicities\":0}";
        assertThat(desk.ward().post(path, body).code()).isEqualTo("ROLE_NOT_ALLOWED");
        var signed = officer.post(path, body);
        assertThat(signed.body().path("verdict").asString("")).as(signed.text()).isEqualTo("ESCALATE");
        assertThat(put(boris, "L2", "2025-03-18").status()).isEqualTo(200);
        assertThat(desk.planned(boris)).containsExactly("2025-03-11");
        var groups = officer.get("/api/studies/NCT00000011/cohorts").body();
        assertThat(groups.path("people")).hasSize(2);
        assertThat(groups.at("/signOffs/0/cohort").asString()).isEqualTo("L1");
        forCalendarPrograms(anna);
    }

    private void forCalendarPrograms(String anna) {
        var one = desk.ward().get("/api/subjects/" + anna + "/calendar.ics").text();
        assertThat(one).startsWith("BEGIN:VCALENDAR\r\n").contains("UID:" + anna + "-DOSE_1@equipoise");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> desk.ward()
                        .get("/api/studies/NCT00000011/sites/01/calendar.ics")
                        .text()
                        .contains("High dose 1"));
        assertThat(desk.ward()
                        .get("/api/studies/NCT00000011/sites/02/calendar.ics")
                        .code())
                .isEqualTo("OTHER_SITE");
        assertThat(desk.ward()
                        .get("/api/studies/NCT99999999/sites/01/calendar.ics")
                        .code())
                .isEqualTo("STUDY_UNKNOWN");
    }

    @Test
    void of_twenty_people_at_once_the_sentinel_alone_is_put_into_a_group()
            throws InterruptedException, ExecutionException {
        var others = new Others(STACK, "NCT00000012");
        others.openStudyIsActive(1, "ENROLMENT");
        assertThat(race(others, Set.of("SENTINEL_STAGGER", "COHORT_FULL")))
                .as("the sentinel alone")
                .isEqualTo(1);
    }

    @Test
    void twenty_people_at_once_do_not_overfill_a_group_of_two() throws InterruptedException, ExecutionException {
        var others = new Others(STACK, "NCT00000014");
        others.openStudyWithoutSentinelsIsActive();
        assertThat(race(others, Set.of("COHORT_FULL"))).isEqualTo(2);
        var groups = officer.get("/api/studies/NCT00000014/cohorts").body();
        assertThat(groups.path("people")).hasSize(2);
        var calendars = desk.database().getCollection("journal");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(calendars.countDocuments(Filters.and(
                                Filters.regex("stream", "^calendar/NCT00000014"), Filters.eq("version", 1L))))
                        .as("a calendar for each of the two, and for nobody else")
                        .isEqualTo(2));
    }

    /** Twenty enrolled people are put into the first group at the same moment; how many got in, the others for one of these. */
    private int race(Others others, Set<String> otherwise) throws InterruptedException, ExecutionException {
        others.siteIsOpen();
        for (int number = 1; number <= 20; number++) {
            others.consented(number);
            others.enrolled(number);
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> desk.database()
                                .getCollection("people")
                                .countDocuments(Filters.regex(
                                        "_id", "^" + others.subject(1).substring(0, 11)))
                        == 20);
        try (var racers = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = IntStream.rangeClosed(1, 20)
                    .<Callable<Answer>>mapToObj(number -> () -> put(others.subject(number), "L1", "2025-03-10"))
                    .toList();
            int in = 0;
            for (var answer : racers.invokeAll(tasks)) {
                if (answer.get().status() == 200) {
                    in++;
                } else {
                    assertThat(answer.get().code()).isIn(otherwise);
                }
            }
            return in;
        }
    }

    @Test
    void active_for_enrolment_only_the_calendar_says_why_it_is_empty_and_fills_when_dosing_may_begin() {
        var others = new Others(STACK, "NCT00000013");
        var anna = others.subject(1);
        others.openStudyIsActive(1, "ENROLMENT");
        others.siteIsOpen();
        others.consented(1);
        others.enrolled(1);
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        desk.ward().get("/api/subjects/" + anna + "/calendar").status() == 200);
        var empty = desk.ward().get("/api/subjects/" + anna + "/calendar").body();
        assertThat(empty.path("entries")).isEmpty();
        assertThat(empty.at("/open/0").asString()).contains("active for enrolment only");
        assertThat(give(anna, "2025-03-11").code()).isEqualTo("DOSING_NOT_PLANNED");
        assertThat(put(anna, "L1", "2025-03-10").status()).isEqualTo(200);
        others.openStudyIsActive(2, "ENROLMENT_AND_DOSING");
        desk.awaitState(anna, "DOSE_1", "PLANNED");
        others.openStudyIsActive(3, "ENROLMENT_AND_DOSING");
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            var amended = desk.ward()
                    .post(
                            "/api/subjects/" + anna + "/calendar/amendment",
                            "{\"on\":\"2025-03-11\",\"reason\":\"version 3\"}");
            assertThat(amended.body().path("definitionVersion").asInt(0)).isEqualTo(3);
        });
        assertThat(desk.ward()
                        .post(
                                "/api/subjects/" + anna + "/first-dose",
                                "{\"on\":\"2025-03-11\",\"reason\":\"as agreed\"}")
                        .code())
                .isEqualTo("FIRST_DOSE_NOT_DECIDED_HERE");
    }

    @Test
    void whoever_is_moved_to_a_later_version_has_a_calendar_of_it_whichever_is_heard_first() {
        var others = new Others(STACK, "NCT00000015");
        others.openStudyIsActive(1, "ENROLMENT_AND_DOSING");
        others.siteIsOpen();
        others.consented(1);
        others.enrolled(1);
        var anna = "/api/subjects/" + others.subject(1) + "/calendar";
        await().atMost(Duration.ofSeconds(60))
                .until(() -> put(others.subject(1), "L1", "2025-03-10").status() == 200);
        desk.awaitState(others.subject(1), "DOSE_1", "PLANNED");
        others.moved(1, 1, 3);
        others.openStudyIsActive(2, "ENROLMENT_AND_DOSING");
        others.openStudyIsActive(3, "ENROLMENT_AND_DOSING");
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        desk.ward().get(anna).body().path("definitionVersion").asInt(0) == 3);
    }

    private Answer put(String subject, String cohort, String on) {
        return desk.ward()
                .post(
                        "/api/subjects/" + subject + "/cohort",
                        "{\"cohort\":\"%s\",\"on\":\"%s\",\"reason\":\"the next free place\"}".formatted(cohort, on));
    }

    private Answer give(String subject, String weighedOn) {
        return desk.ward().post("/api/subjects/" + subject + "/administrations", """
            {"dose":1,"startedAt":"2025-03-11T09:00:00Z","stoppedAt":"2025-03-11T09:45:00Z","lot":"L-7",
             "weight":{"kg":"70","weighedOn":"%s"}}\
            """.formatted(weighedOn));
    }
}
