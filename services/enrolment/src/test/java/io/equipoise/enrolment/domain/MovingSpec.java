package io.equipoise.enrolment.domain;

import static io.equipoise.enrolment.domain.Trial.ANNA;
import static io.equipoise.enrolment.domain.Trial.BORIS;
import static io.equipoise.enrolment.domain.Trial.ENROLLED;
import static io.equipoise.enrolment.domain.Trial.PROTOCOL;
import static io.equipoise.enrolment.domain.Trial.SCREENED;
import static io.equipoise.enrolment.domain.Trial.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.SubjectId;
import io.equipoise.enrolment.domain.Origin.Earlier;
import io.equipoise.enrolment.domain.Reconsent.Cause;
import io.equipoise.enrolment.domain.Reconsent.Due;
import io.equipoise.enrolment.domain.SubjectCommand.AllowRescreening;
import io.equipoise.enrolment.domain.SubjectCommand.MoveToVersion;
import io.equipoise.enrolment.domain.SubjectCommand.Register;
import io.equipoise.enrolment.domain.SubjectEvent.ConsentGiven;
import io.equipoise.enrolment.domain.SubjectEvent.ConsentWithdrawn;
import io.equipoise.enrolment.domain.SubjectEvent.GuardianConsentGiven;
import io.equipoise.enrolment.domain.SubjectEvent.ScreeningFactsRecorded;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectEnrolled;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectMovedToVersion;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectRegistered;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectRescreened;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectScreenFailed;
import io.equipoise.platform.Specification;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An amendment comes into force, and a person comes again. */
class MovingSpec extends Specification<Subject, SubjectCommand, EnrolmentEvent> {
    private static final LocalDate AMENDED = LocalDate.of(2026, 7, 1);
    private static final LocalDate MOVED = LocalDate.of(2026, 7, 20);
    private static final EnrolmentEvent CAME = new SubjectRegistered(ANNA, SCREENED, null, 1, null);
    private static final EnrolmentEvent AGREED = new ConsentGiven(ANNA, "1.0", SCREENED);
    private static final EnrolmentEvent AGREED_AGAIN = new ConsentGiven(ANNA, "2.0", LocalDate.of(2026, 7, 15));
    private static final EnrolmentEvent IN =
            new SubjectEnrolled(ANNA, ENROLLED, new Place(1, 1), Map.of(), 2, List.of());
    private static final EnrolmentEvent FAILED =
            new SubjectScreenFailed(ANNA, SCREENED.plusDays(2), List.of("EDSS"), "low", 2);
    private static final SubjectId ANNA_AGAIN = new SubjectId(Trial.NCT, "01", 9);
    private static final Protocol AMENDMENT = amended(3);
    private static final Study STUDY = new Study(
            AMENDMENT,
            List.of(new Activation(2, LocalDate.of(2025, 2, 3)), new Activation(3, AMENDED)),
            Trial.STUDY.standing(),
            Trial.STUDY.sites());

    MovingSpec() {
        super(Subject.DECIDER);
    }

    static Protocol amended(int version) {
        return new Protocol(
                PROTOCOL.study(),
                version,
                PROTOCOL.ageConvention(),
                PROTOCOL.washoutBoundary(),
                PROTOCOL.facts(),
                PROTOCOL.rules(),
                List.of(new ConsentVersion("1.0", LocalDate.of(2025, 1, 1)), new ConsentVersion("2.0", AMENDED)),
                List.of(),
                20,
                List.of(),
                new Admission(Admission.Stance.SILENT, Admission.Stance.SILENT, new Guardianship(18, 7), false, null),
                List.of());
    }

    static MoveToVersion move(int version, LocalDate on, String reason) {
        return new MoveToVersion(amended(version), on, reason, STUDY, TODAY);
    }

    static Optional<Due> due(LocalDate day, EnrolmentEvent... facts) {
        return new Reconsent((Person) Subject.DECIDER.replay(List.of(facts)), AMENDMENT).due(day);
    }

    @Test
    void anna_moves_to_the_amendment_once_she_agreed_to_its_consent() {
        given(CAME, AGREED, IN).when(move(3, MOVED, "amendment 1")).refused("RECONSENT_MISSING");
        given(CAME, AGREED, IN, AGREED_AGAIN)
                .when(move(3, MOVED, "amendment 1"))
                .then(new SubjectMovedToVersion(ANNA, 2, 3, MOVED, "amendment 1"));
    }

    @Test
    void a_move_goes_forward_to_a_version_that_was_activated() {
        var anna = given(CAME, AGREED, IN, AGREED_AGAIN);
        anna.when(move(4, MOVED, "amendment 2")).refused("VERSION_NOT_ACTIVATED");
        anna.when(move(2, MOVED, "back")).refused("VERSION_NOT_LATER");
        anna.and(new SubjectMovedToVersion(ANNA, 2, 3, MOVED, "amendment 1"))
                .when(move(3, MOVED, "again"))
                .refused("VERSION_NOT_LATER");
        given(CAME, AGREED).when(move(3, MOVED, "amendment 1")).refused("NOT_ENROLLED");
        given(CAME, FAILED).when(move(3, MOVED, "amendment 1")).refused("SCREENING_FAILED");
    }

    @Test
    void a_move_wants_a_reason_and_a_day_that_can_be() {
        var anna = given(CAME, AGREED, IN, AGREED_AGAIN);
        anna.when(move(3, MOVED, " ")).refused("REASON_MISSING");
        anna.when(move(3, TODAY.plusDays(1), "amendment 1")).refused("IN_THE_FUTURE");
        anna.when(move(3, AMENDED.minusDays(1), "amendment 1")).refused("DATES_OUT_OF_ORDER");
        anna.when(move(3, ENROLLED.minusDays(1), "amendment 1")).refused("DATES_OUT_OF_ORDER");
    }

    @Test
    void a_new_version_of_the_document_asks_everybody_again_who_agreed_to_an_older_one() {
        var asked = Optional.of(new Due(Cause.NEW_VERSION, "1.0", "2.0"));
        assertThat(due(AMENDED.minusDays(1), CAME, AGREED, IN)).isEmpty();
        assertThat(due(AMENDED, CAME, AGREED, IN)).isEqualTo(asked);
        assertThat(due(AMENDED, CAME, AGREED)).isEqualTo(asked);
        assertThat(due(MOVED, CAME, AGREED, IN, AGREED_AGAIN)).isEmpty();
    }

    @Test
    void nobody_is_asked_again_who_left_or_never_agreed() {
        assertThat(due(AMENDED, CAME)).isEmpty();
        assertThat(due(AMENDED, CAME, AGREED, FAILED)).isEmpty();
        assertThat(due(AMENDED, CAME, AGREED, new ConsentWithdrawn(ANNA, SCREENED, "moved")))
                .isEmpty();
    }

    @Test
    void a_minor_who_comes_of_age_is_asked_alone() {
        var born = new ScreeningFactsRecorded(ANNA, List.of(Trial.seen(Trial.BIRTH, "2008-07-10")), 2);
        var guardian = new GuardianConsentGiven(ANNA, "1.0", SCREENED, Guardian.FATHER);
        var again = new GuardianConsentGiven(ANNA, "2.0", AMENDED, Guardian.FATHER);
        assertThat(due(AMENDED, CAME, born, guardian, IN)).contains(new Due(Cause.NEW_VERSION, "1.0", "2.0"));
        assertThat(due(AMENDED, CAME, born, guardian, IN, again)).isEmpty();
        assertThat(due(LocalDate.of(2026, 7, 10), CAME, born, guardian, IN, again))
                .contains(new Due(Cause.CAME_OF_AGE, null, "2.0"));
        given(CAME, born, guardian, IN, again)
                .when(move(3, MOVED, "amendment 1"))
                .refused("RECONSENT_MISSING");
    }

    @Test
    void a_failed_screening_may_be_followed_by_one_attempt() {
        var again = new SubjectRescreened(ANNA, ANNA_AGAIN);
        given(CAME, FAILED).when(new AllowRescreening(ANNA_AGAIN, null, TODAY)).then(again);
        given(CAME, FAILED, again)
                .when(new AllowRescreening(ANNA_AGAIN, null, TODAY))
                .then();
        given(CAME, FAILED, again)
                .when(new AllowRescreening(BORIS, null, TODAY))
                .refused("RESCREENED_ALREADY");
        given(CAME, FAILED, again)
                .when(new AllowRescreening(BORIS, ANNA_AGAIN, TODAY))
                .then(new SubjectRescreened(ANNA, BORIS));
        given(CAME).when(new AllowRescreening(ANNA_AGAIN, null, TODAY)).refused("SCREENING_NOT_FAILED");
        given(CAME, AGREED, IN)
                .when(new AllowRescreening(ANNA_AGAIN, null, TODAY))
                .refused("SCREENING_NOT_FAILED");
    }

    @Test
    void the_next_attempt_names_the_one_before_counts_on_and_comes_later() {
        var origin = new Origin(new Earlier(ANNA, 1, SCREENED.plusDays(2)), "LETTER-7");
        given().when(new Register(ANNA_AGAIN, MOVED, origin, STUDY, TODAY))
                .then(new SubjectRegistered(ANNA_AGAIN, MOVED, ANNA, 2, "LETTER-7"));
        given().when(new Register(ANNA_AGAIN, SCREENED.plusDays(1), origin, STUDY, TODAY))
                .refused("DATES_OUT_OF_ORDER");
    }
}
