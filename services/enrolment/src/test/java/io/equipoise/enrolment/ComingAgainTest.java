package io.equipoise.enrolment;

import static io.equipoise.enrolment.TestHouse.by;
import static io.equipoise.enrolment.domain.Trial.NCT;
import static io.equipoise.enrolment.domain.Trial.PROTOCOL;
import static io.equipoise.enrolment.domain.Trial.SCREENED;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.SubjectId;
import io.equipoise.enrolment.adapter.mongo.MongoSubjects;
import io.equipoise.enrolment.application.Registering.Coming;
import io.equipoise.enrolment.application.ScreenFailures;
import io.equipoise.enrolment.application.ScreenFailures.OfRule;
import io.equipoise.enrolment.application.ScreenFailures.OfSite;
import io.equipoise.enrolment.domain.EnrolmentEvent;
import io.equipoise.enrolment.domain.InvitationEvent.InvitationIssued;
import io.equipoise.enrolment.domain.Recruitment;
import io.equipoise.enrolment.domain.Trial;
import io.equipoise.platform.command.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Whoever comes on an invitation, or for another attempt, comes once, however many try at once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ComingAgainTest {
    private static final LocalDate LATER = SCREENED.plusDays(30);

    private final TestHouse house = new TestHouse();

    @AfterEach
    void close() {
        house.close();
    }

    Outcome<EnrolmentEvent> come(String key, String invitation, SubjectId earlier) {
        return house.registering.register(
                new Coming(NCT, "01", earlier == null ? SCREENED : LATER, invitation, earlier), by(key));
    }

    static SubjectId subject(Outcome<EnrolmentEvent> outcome) {
        var stream = ((Outcome.Recorded<EnrolmentEvent>) outcome).commit().stream();
        return SubjectId.parse(stream.substring("subject/".length())).orElseThrow();
    }

    static String code(Outcome<EnrolmentEvent> outcome) {
        return ((Outcome.Refused<EnrolmentEvent>) outcome).reason().code();
    }

    void invite(String invitation) {
        house.invitations.invite(new InvitationIssued(NCT, invitation, "01", SCREENED), by("invite-" + invitation));
    }

    SubjectId failed(String key) {
        var who = subject(come(key, null, null));
        house.screenings.fail(who, SCREENED, "walks too well", by("fail-" + key));
        return who;
    }

    /** What the list of people would have heard by now. */
    void told() {
        var list = new MongoSubjects(house.database);
        for (int number = 1; number <= 9; number++) {
            house.journal.read("subject/" + new SubjectId(NCT, "01", number)).forEach(list::apply);
        }
    }

    @Test
    void forty_who_come_on_one_invitation_are_one_person() throws Exception {
        house.study = Trial.study(PROTOCOL, Recruitment.ENROLLING_BY_INVITATION);
        invite("LETTER-7");
        List<Outcome<EnrolmentEvent>> outcomes;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = IntStream.range(0, 40)
                    .mapToObj(n -> threads.submit(() -> come("come-" + n, "LETTER-7", null)))
                    .toList();
            outcomes = new ArrayList<>();
            for (var each : asked) {
                outcomes.add(each.get());
            }
        }
        var came = outcomes.stream().filter(Outcome.Recorded.class::isInstance).toList();
        assertThat(came).hasSize(1);
        assertThat(outcomes.stream().filter(Outcome.Refused.class::isInstance).map(ComingAgainTest::code))
                .hasSize(39)
                .containsOnly("INVITATION_USED");
        assertThat(house.person(subject(came.getFirst())).arrival().invitation())
                .isEqualTo("LETTER-7");
    }

    @Test
    void an_invitation_bound_to_a_number_that_another_took_is_bound_anew() {
        invite("LETTER-7");
        invite("LETTER-8");
        var first = subject(come("one", "LETTER-7", null));
        var second = subject(come("two", "LETTER-8", null));
        var third = subject(come("three", null, null));
        assertThat(List.of(first.number(), second.number(), third.number())).containsExactly(1, 2, 3);
        assertThat(subject(come("two", "LETTER-8", null))).isEqualTo(second);
        assertThat(code(come("four", "LETTER-8", null))).isEqualTo("INVITATION_USED");
        assertThat(code(come("five", "LETTER-9", null))).isEqualTo("INVITATION_UNKNOWN");
    }

    @Test
    void whoever_cannot_come_leaves_the_invitation_as_it_was() {
        invite("LETTER-7");
        house.study = Trial.study(PROTOCOL, Recruitment.SUSPENDED);
        assertThat(code(come("one", "LETTER-7", null))).isEqualTo("STUDY_NOT_RECRUITING");
        assertThat(house.journal.read("invitation/" + NCT + "/LETTER-7")).hasSize(1);
        house.study = Trial.STUDY;
        assertThat(subject(come("two", "LETTER-7", null)).number()).isEqualTo(1);
    }

    @Test
    void a_new_attempt_has_a_new_number_and_both_records_name_each_other() {
        var anna = failed("anna");
        var again = subject(come("again", null, anna));
        assertThat(again).isNotEqualTo(anna);
        assertThat(house.person(again).arrival().rescreenOf()).isEqualTo(anna);
        assertThat(house.person(again).arrival().attempt()).isEqualTo(2);
        assertThat(house.person(anna).arrival().rescreenedAs()).isEqualTo(again);
        assertThat(subject(come("again", null, anna))).isEqualTo(again);
        assertThat(code(come("thrice", null, anna))).isEqualTo("RESCREENED_ALREADY");
        house.screenings.fail(again, LATER, "still walks too well", by("fail-again"));
        var third = subject(come("third", null, again));
        assertThat(house.person(third).arrival().attempt()).isEqualTo(3);
    }

    @Test
    void only_a_failed_screening_of_the_same_site_is_followed_by_another() {
        var anna = subject(come("anna", null, null));
        assertThat(code(come("again", null, anna))).isEqualTo("SCREENING_NOT_FAILED");
        assertThat(code(come("nobody", null, new SubjectId(NCT, "01", 77)))).isEqualTo("SUBJECT_UNKNOWN");
        assertThat(code(come("clara", null, Trial.CLARA))).isEqualTo("RESCREENING_AT_ANOTHER_SITE");
    }

    @Test
    void an_invitation_of_the_first_attempt_holds_for_the_next() {
        house.study = Trial.study(PROTOCOL, Recruitment.ENROLLING_BY_INVITATION);
        invite("LETTER-7");
        var anna = subject(come("anna", "LETTER-7", null));
        house.screenings.fail(anna, SCREENED, "walks too well", by("fail"));
        var again = subject(come("again", null, anna));
        assertThat(house.person(again).arrival().invitation()).isEqualTo("LETTER-7");
        assertThat(code(come("other", "LETTER-7", null))).isEqualTo("INVITATION_USED");
    }

    @Test
    void failures_are_counted_per_rule_version_and_site() {
        for (var edss : List.of("2.5", "7.0")) {
            var who = subject(come("edss" + edss, null, null));
            house.screenings.recordFacts(who, List.of(Trial.seen(Trial.EDSS, edss)), by("facts" + edss));
            house.screenings.fail(who, SCREENED, "EDSS", by("fail" + edss));
        }
        failed("other");
        told();
        var tally = new ScreenFailures(house.people, new MongoSubjects(house.database)).of(NCT, site -> true);
        assertThat(tally.failures()).isEqualTo(3);
        assertThat(tally.forOtherReasons()).isEqualTo(1);
        assertThat(tally.rules())
                .containsExactly(new OfRule("EDSS", "EDSS 3.0 to 6.5", 2, 2, List.of(new OfSite("01", 2))));
        assertThat(new ScreenFailures(house.people, new MongoSubjects(house.database))
                        .of(NCT, site -> site.equals("02"))
                        .failures())
                .isZero();
    }
}
