package io.equipoise.dosing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.equipoise.contracts.Contracts;
import io.equipoise.platform.OnTheStack;
import io.equipoise.platform.TestClient.Answer;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.web.Role;
import java.time.Duration;
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

/** The whole service, over a real broker and store: others tell, the site asks, others are told. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class DosingJourneyIT implements OnTheStack {
    private static final TestStack STACK = TestStack.shared();
    private static final int ANNA = 1;
    private static final int BORIS = 2;
    private static final int CLARA = 3;

    private final Desk desk;

    DosingJourneyIT(@Autowired MongoDatabase database, @LocalServerPort int port) {
        this.desk = Desk.of(database, port);
    }

    @Test
    void annas_year() {
        var others = new Others(STACK, "NCT00000001");
        var anna = others.subject(ANNA);
        others.studyIsActive();
        others.siteIsOpen();
        others.ready(ANNA);
        desk.awaitState(anna, "DOSE_1", "PLANNED");
        assertThat(desk.planned(anna))
                .containsExactly("2025-03-11", "2025-06-03", "2025-08-26", "2025-11-18", "2025-08-26");

        var early = desk.give(anna, ANNA, 1, "2025-03-11", null);
        assertThat(early.code()).isEqualTo("KIT_NOT_DISPENSED_TO_SUBJECT");
        assertThat(early.text()).contains("may be sent again");
        others.dispensed(ANNA, 1, "2025-03-11");
        desk.awaitGiven(anna, ANNA, 1, "2025-03-11", null);
        assertThat(desk.give(anna, ANNA, 1, "2025-03-11", null).code()).isEqualTo("DOSE_ALREADY_GIVEN");

        others.dispensed(ANNA, 2, "2025-06-19");
        desk.awaitKits("NCT00000001", 2);
        assertThat(desk.give(anna, ANNA, 2, "2025-06-19", null).code()).isEqualTo("OUT_OF_WINDOW");
        var second = desk.give(anna, ANNA, 2, "2025-06-19", "ward closed by a strike");
        assertThat(second.status()).as(second.text()).isEqualTo(201);
        assertThat(second.body().at("/deviations/0").asString("")).isEqualTo("OUT_OF_WINDOW");
        assertThat(desk.line(anna, "DOSE_3").path("planned").asString("")).isEqualTo("2025-08-28");
        assertThat(desk.line(anna, "DOSE_3").path("because").asString("")).startsWith("moved from 2025-08-26");

        desk.steer(anna, 3, "hold", "2025-08-28", "grade 3 adverse event");
        desk.awaitState(anna, "DOSE_3", "HELD");
        desk.steer(anna, 3, "release", "2025-09-01", "resolved to grade 1");
        desk.steer(anna, 3, "missed", "2025-09-02", "did not attend");
        desk.awaitState(anna, "DOSE_3", "MISSED");
        others.consentWithdrawn(ANNA, "2025-09-10");
        desk.awaitState(anna, "DOSE_4", "CANCELLED");
        others.dispensed(ANNA, 4, "2025-11-18");
        desk.awaitKits("NCT00000001", 3);
        assertThat(desk.give(anna, ANNA, 4, "2025-11-18", null).code()).isEqualTo("DOSING_STOPPED");
        toldOfAnna(anna);
    }

    private static void toldOfAnna(String anna) {
        var heard = STACK.hear(
                "dosing",
                r -> r.key().equals("calendar/" + anna) && TestStack.typeOf(r).equals("DosingStopped.v1"));
        var hers =
                heard.stream().filter(r -> r.key().equals("calendar/" + anna)).toList();
        assertThat(hers)
                .extracting(TestStack::typeOf)
                .containsExactly(
                        "CalendarPlanned.v1",
                        "DoseAdministered.v1",
                        "CalendarRecalculated.v1",
                        "DoseAdministered.v1",
                        "CalendarRecalculated.v1",
                        "DoseHeld.v1",
                        "CalendarRecalculated.v1",
                        "DoseReleased.v1",
                        "CalendarRecalculated.v1",
                        "DoseMissed.v1",
                        "CalendarRecalculated.v1",
                        "DosingStopped.v1");
        assertThat(hers)
                .allSatisfy(record -> assertThat(Contracts.problems(TestStack.typeOf(record), record.value()))
                        .isEmpty());
        assertThat(hers).noneMatch(record -> record.value().contains("strike"));
    }

    @Test
    void a_randomization_told_before_the_study_and_its_site_waits_and_is_not_lost() {
        var others = new Others(STACK, "NCT00000002");
        others.ready(ANNA);
        others.randomized(BORIS);
        desk.awaitParked("NCT00000002");
        assertThat(desk.ward()
                        .get("/api/subjects/" + others.subject(ANNA) + "/calendar")
                        .code())
                .isEqualTo("NO_CALENDAR");
        others.studyIsActive();
        others.siteIsOpen();
        desk.awaitState(others.subject(ANNA), "DOSE_1", "PLANNED");
        desk.awaitState(others.subject(BORIS), "DOSE_1", "PLANNED");
    }

    @Test
    void a_withdrawal_told_before_the_randomization_cancels_the_calendar() {
        var others = new Others(STACK, "NCT00000003");
        others.studyIsActive();
        others.siteIsOpen();
        others.withdrawn(ANNA, 1, "2025-03-12");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(desk.commits(others.subject(ANNA))).isEqualTo(1));
        others.randomized(ANNA);
        desk.awaitState(others.subject(ANNA), "DOSE_1", "CANCELLED");
    }

    @Test
    void the_same_infusion_twenty_times_at_once_is_one_fact_and_one_answer()
            throws InterruptedException, ExecutionException {
        var others = new Others(STACK, "NCT00000004");
        var anna = desk.readyForTheFirst(others);
        var path = "/api/subjects/" + anna + "/administrations";
        var body = desk.infusion(ANNA, 1, "2025-03-11", null);
        Callable<Answer> once = () -> desk.ward().post(path, "twenty", body);
        try (var racers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    racers.invokeAll(IntStream.range(0, 20).mapToObj(i -> once).toList());
            for (var answer : answers) {
                assertThat(answer.get().status()).as(answer.get().text()).isIn(200, 201);
                assertThat(answer.get().body().path("kit").asString("")).isEqualTo("K-1-1");
            }
        }
        assertThat(desk.commits(anna)).isEqualTo(2);
        var other = desk.ward().post(path, "twenty", desk.infusion(ANNA, 1, "2025-03-12", null));
        assertThat(other.code()).isEqualTo("COMMAND_ID_REUSED");
    }

    @Test
    void twenty_different_commands_for_one_dose_give_it_once() throws InterruptedException, ExecutionException {
        var others = new Others(STACK, "NCT00000005");
        var anna = desk.readyForTheFirst(others);
        Callable<Answer> one = () -> desk.give(anna, ANNA, 1, "2025-03-11", null);
        try (var racers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    racers.invokeAll(IntStream.range(0, 20).mapToObj(i -> one).toList());
            int given = 0;
            for (var answer : answers) {
                given += answer.get().status() == 201 ? 1 : 0;
                assertThat(answer.get().status()).isIn(201, 409);
            }
            assertThat(given).isEqualTo(1);
        }
        assertThat(desk.commits(anna)).isEqualTo(2);
    }

    @Test
    void a_suspended_study_holds_what_is_to_come_and_doses_nobody_from_that_day() {
        var others = new Others(STACK, "NCT00000006");
        var anna = desk.readyForTheFirst(others);
        others.statusIs("SUSPENDED", "2025-03-12");
        desk.awaitState(anna, "DOSE_2", "HELD");
        assertThat(desk.give(anna, ANNA, 1, "2025-03-12", null).code()).isEqualTo("STUDY_NOT_DOSING");
        assertThat(desk.give(anna, ANNA, 1, "2025-03-11", null).status()).isEqualTo(201);
        others.statusIs("RECRUITING", "2025-03-20");
        desk.awaitState(anna, "DOSE_2", "PLANNED");
    }

    @Test
    void who_is_due_is_told_by_site_and_day_to_those_who_may_see_it() {
        var others = new Others(STACK, "NCT00000007");
        var anna = desk.readyForTheFirst(others);
        others.randomized(CLARA);
        desk.awaitState(others.subject(CLARA), "DOSE_1", "PLANNED");
        assertThat(desk.give(anna, ANNA, 1, "2025-03-11", null).status()).isEqualTo(201);
        var path = "/api/studies/NCT00000007/due?on=2025-06-04";
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(desk.ward().get(path).body().at("/sites/0/due"))
                        .extracting(due -> due.path("subject").asString("") + " "
                                + due.path("entry").asString("") + " "
                                + due.path("standing").asString(""))
                        .containsExactly(
                                others.subject(CLARA) + " DOSE_1 OVERDUE",
                                anna + " DOSE_2 LATE",
                                others.subject(CLARA) + " DOSE_2 LATE"));
        var elsewhere = desk.ward().as(STACK.token("coord-02", Role.SITE_COORDINATOR, "02"));
        assertThat(elsewhere.get(path).body().path("sites")).isEmpty();
        assertThat(desk.ward().get("/api/studies/NCT99999999/due?on=2025-06-04").code())
                .isEqualTo("STUDY_UNKNOWN");
    }
}
