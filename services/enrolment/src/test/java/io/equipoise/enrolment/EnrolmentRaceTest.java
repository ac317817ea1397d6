package io.equipoise.enrolment;

import static io.equipoise.enrolment.TestHouse.NOW;
import static io.equipoise.enrolment.TestHouse.by;
import static io.equipoise.enrolment.domain.Trial.ENROLLED;
import static io.equipoise.enrolment.domain.Trial.NCT;
import static io.equipoise.enrolment.domain.Trial.SCREENED;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.SubjectId;
import io.equipoise.enrolment.application.Registering.Coming;
import io.equipoise.enrolment.domain.Consent;
import io.equipoise.enrolment.domain.EnrolmentEvent;
import io.equipoise.enrolment.domain.Fact;
import io.equipoise.enrolment.domain.PlaceCommand.TakePlace;
import io.equipoise.enrolment.domain.Stage;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.command.Outcome.Recorded;
import io.equipoise.platform.command.Outcome.Refused;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EnrolmentRaceTest {
    final TestHouse house = new TestHouse();

    @AfterEach
    void stop() {
        house.close();
    }

    static List<Outcome<EnrolmentEvent>> race(int racers, IntFunction<Outcome<EnrolmentEvent>> run)
            throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, racers)
                    .<Callable<Outcome<EnrolmentEvent>>>mapToObj(number -> () -> run.apply(number))
                    .toList();
            return threads.invokeAll(all).stream().map(EnrolmentRaceTest::done).toList();
        }
    }

    static Outcome<EnrolmentEvent> done(Future<Outcome<EnrolmentEvent>> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    static String code(Outcome<EnrolmentEvent> outcome) {
        return outcome instanceof Refused<EnrolmentEvent>(var reason) ? reason.code() : "";
    }

    @Test
    void of_twenty_racing_for_the_last_place_one_wins_and_nineteen_hear_the_cap() throws InterruptedException {
        house.target(1);
        var people = IntStream.range(0, 20).mapToObj(house::eligible).toList();
        var outcomes = race(20, n -> house.enrolments.enrol(people.get(n), ENROLLED, by("enrol-" + n)));
        assertThat(outcomes.stream().filter(Recorded.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(Refused.class::isInstance))
                .hasSize(19)
                .allSatisfy(refused -> assertThat(((Refused<EnrolmentEvent>) refused).reason())
                        .satisfies(reason -> assertThat(reason.code()).isEqualTo("ENROLMENT_CAP_REACHED"))
                        .satisfies(reason -> assertThat(reason.detail()).contains("all 1 places")));
        assertThat(people.stream().filter(p -> house.person(p).stage() == Stage.ENROLLED))
                .hasSize(1);
        assertThat(house.held().held()).hasSize(1);
    }

    @Test
    void twenty_instances_of_the_service_race_for_three_places_and_three_win() throws InterruptedException {
        house.target(3);
        var people = IntStream.range(0, 20).mapToObj(house::eligible).toList();
        var outcomes = race(20, n -> {
            var instance = house.another();
            return instance.enrol(people.get(n), ENROLLED, by("enrol-" + n));
        });
        assertThat(outcomes.stream().filter(Recorded.class::isInstance)).hasSize(3);
        assertThat(outcomes.stream().filter(o -> code(o).equals("ENROLMENT_CAP_REACHED")))
                .hasSize(17);
        assertThat(people.stream()
                        .map(house::person)
                        .filter(p -> p.stage() == Stage.ENROLLED)
                        .map(p -> p.place().ordinal()))
                .containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void numbers_of_a_site_are_counted_without_gaps_and_a_repeat_gives_the_same_subject() throws InterruptedException {
        var outcomes =
                race(40, n -> house.registering.register(new Coming(NCT, "01", SCREENED), by("register-" + n % 20)));
        var streams = outcomes.stream()
                .map(outcome -> ((Recorded<EnrolmentEvent>) outcome).commit())
                .collect(java.util.stream.Collectors.groupingBy(
                        commit -> commit.by().commandId(),
                        java.util.stream.Collectors.mapping(
                                commit -> commit.stream(), java.util.stream.Collectors.toSet())));
        assertThat(streams)
                .hasSize(20)
                .allSatisfy((command, subject) -> assertThat(subject).hasSize(1));
        assertThat(streams.values().stream().flatMap(java.util.Set::stream))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 20)
                        .mapToObj(number -> "subject/" + new SubjectId(NCT, "01", number))
                        .toList());
    }

    @Test
    void the_same_enrolment_twenty_times_at_once_is_one_fact_and_one_answer() throws InterruptedException {
        var anna = house.eligible(1);
        var outcomes = race(20, n -> house.another().enrol(anna, ENROLLED, by("enrol")));
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Recorded.class));
        assertThat(outcomes.stream()
                        .map(o -> ((Recorded<EnrolmentEvent>) o).commit().facts())
                        .distinct())
                .hasSize(1);
        assertThat(house.held().taken()).isEqualTo(1);
    }

    @Test
    void an_enrolment_that_died_after_taking_its_place_is_continued_by_the_same_command() {
        house.target(1);
        var anna = house.eligible(1);
        house.places.handle(
                "places/" + NCT, new TakePlace(anna, 1, null), by("enrol").withSuffix("place-1"));
        var outcome = house.enrolments.enrol(anna, ENROLLED, by("enrol"));
        assertThat(outcome).isInstanceOf(Recorded.class);
        assertThat(house.person(anna).place()).isEqualTo(house.held().held().get(anna));
    }

    @Test
    void a_place_whose_taker_died_goes_back_after_a_minute_and_another_gets_it() {
        house.target(1);
        var anna = house.eligible(1);
        var boris = house.eligible(2);
        house.places.handle(
                "places/" + NCT, new TakePlace(anna, 1, null), by("enrol-anna").withSuffix("place-1"));
        assertThat(house.sweeper.sweep(NOW.plus(Duration.ofSeconds(59)))).isZero();
        assertThat(code(house.enrolments.enrol(boris, ENROLLED, by("boris-1")))).isEqualTo("ENROLMENT_CAP_REACHED");
        assertThat(house.sweeper.sweep(NOW.plus(Duration.ofSeconds(61)))).isEqualTo(1);
        assertThat(house.enrolments.enrol(boris, ENROLLED, by("boris-2"))).isInstanceOf(Recorded.class);
        assertThat(code(house.enrolments.enrol(anna, ENROLLED, by("enrol-anna"))))
                .isEqualTo("ENROLMENT_CAP_REACHED");
        assertThat(house.held().held()).containsOnlyKeys(boris);
    }

    @Test
    void the_same_command_takes_a_place_anew_when_its_first_one_was_swept() {
        var anna = house.eligible(1);
        house.places.handle(
                "places/" + NCT, new TakePlace(anna, 1, null), by("enrol").withSuffix("place-1"));
        house.sweeper.sweep(NOW.plus(Duration.ofMinutes(2)));
        assertThat(house.enrolments.enrol(anna, ENROLLED, by("enrol"))).isInstanceOf(Recorded.class);
        assertThat(house.person(anna).place().number()).isEqualTo(2);
        assertThat(house.held().held().get(anna)).isEqualTo(house.person(anna).place());
    }

    @Test
    void an_enrolled_persons_place_is_never_swept() {
        var anna = house.eligible(1);
        house.enrolments.enrol(anna, ENROLLED, by("enrol"));
        assertThat(house.sweeper.sweep(NOW.plus(Duration.ofDays(1)))).isZero();
        assertThat(house.held().held()).containsOnlyKeys(anna);
    }

    @Test
    void sweeping_against_enrolling_never_enrols_anybody_without_a_place() throws InterruptedException {
        var people = IntStream.range(0, 12).mapToObj(house::eligible).toList();
        race(24, n -> n % 2 == 0 ? house.another().enrol(people.get(n / 2), ENROLLED, by("enrol-" + n)) : sweep());
        for (var subject : people) {
            var person = house.person(subject);
            assertThat(person.stage()).isEqualTo(Stage.ENROLLED);
            assertThat(house.held().held().get(subject)).isEqualTo(person.place());
        }
    }

    Outcome<EnrolmentEvent> sweep() {
        house.sweeper.sweep(NOW.plus(Duration.ofDays(1)));
        return new Outcome.Unchanged<>();
    }

    @Test
    void whoever_is_not_eligible_takes_no_place() {
        var anna = house.eligible(1);
        house.screenings.recordFacts(
                anna, List.of(new Fact("edss", "7.0", SCREENED.plusDays(1), "clinic")), by("worse"));
        assertThat(code(house.enrolments.enrol(anna, ENROLLED, by("enrol")))).isEqualTo("NOT_ELIGIBLE");
        assertThat(house.held().taken()).isZero();
    }

    @Test
    void eligibility_is_of_the_facts_that_are_there_when_the_enrolment_is_recorded() throws InterruptedException {
        var anna = house.eligible(1);
        var worse = List.of(new Fact("edss", "7.0", SCREENED.plusDays(1), "clinic"));
        race(
                2,
                n -> n == 0
                        ? house.another().enrol(anna, ENROLLED, by("enrol"))
                        : house.screenings.recordFacts(anna, worse, by("worse")));
        var commits = house.journal.read("subject/" + anna);
        var last = commits.getLast().facts().getFirst();
        var enrolled = house.person(anna).stage() == Stage.ENROLLED;
        assertThat(enrolled ? last.getClass().getSimpleName() : "not enrolled")
                .isIn("ScreeningFactsRecorded", "not enrolled");
        assertThat(house.held().held()).hasSize(enrolled ? 1 : 0);
    }

    @Test
    void a_failed_screening_names_the_rules_that_were_not_met() {
        var anna = house.eligible(1);
        house.screenings.recordFacts(
                anna,
                List.of(
                        new Fact("edss", "7.0", SCREENED.plusDays(1), "clinic"),
                        new Fact("malignancy", "YES", SCREENED.plusDays(1), "clinic")),
                by("worse"));
        var outcome = (Recorded<EnrolmentEvent>) house.screenings.fail(anna, ENROLLED, "too ill", by("fail"));
        assertThat(outcome.commit().facts().toString()).contains("rules=[EDSS, NO_MALIGNANCY]");
        assertThat(code(house.screenings.giveConsent(anna, new Consent("1.0", ENROLLED), List.of(), by("late"))))
                .isEqualTo("SCREENING_FAILED");
    }
}
