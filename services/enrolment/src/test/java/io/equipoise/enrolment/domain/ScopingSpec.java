package io.equipoise.enrolment.domain;

import static io.equipoise.enrolment.domain.Trial.ANNA;
import static io.equipoise.enrolment.domain.Trial.ENROLLED;
import static io.equipoise.enrolment.domain.Trial.HIDDEN;
import static io.equipoise.enrolment.domain.Trial.SCREENED;
import static io.equipoise.enrolment.domain.Trial.SHOWN;
import static io.equipoise.enrolment.domain.Trial.STUDY;
import static io.equipoise.enrolment.domain.Trial.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.enrolment.domain.SubjectCommand.GiveConsent;
import io.equipoise.enrolment.domain.SubjectCommand.WithdrawScopes;
import io.equipoise.enrolment.domain.SubjectEvent.ConsentGiven;
import io.equipoise.enrolment.domain.SubjectEvent.ConsentWithdrawn;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectRegistered;
import io.equipoise.platform.Acceptance;
import io.equipoise.platform.Specification;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Consent to more than taking part: by name, and taken back alone. */
class ScopingSpec extends Specification<Subject, SubjectCommand, EnrolmentEvent> {
    private static final String IMAGES = "IMAGE_PUBLICATION";
    private static final EnrolmentEvent CAME = new SubjectRegistered(ANNA, SCREENED, null, 1, null);
    private static final EnrolmentEvent AGREED = new ConsentGiven(ANNA, "1.0", SCREENED);

    ScopingSpec() {
        super(Subject.DECIDER);
    }

    static GiveConsent agree(LocalDate day, String... scopes) {
        return new GiveConsent(new Consent("1.0", day), List.of(scopes), STUDY, TODAY);
    }

    static WithdrawScopes takeBack(LocalDate day, String... scopes) {
        return new WithdrawScopes(List.of(scopes), day, "changed her mind", TODAY);
    }

    static Person after(EnrolmentEvent... events) {
        return (Person) Subject.DECIDER.replay(List.of(events));
    }

    @Test
    @Acceptance("EL-19")
    void of_CASE_consent_to_publish_images_is_given_with_the_consent_and_by_its_name() {
        given(CAME).when(agree(SCREENED, IMAGES, IMAGES)).then(AGREED, SHOWN);
        given(CAME).when(agree(SCREENED)).then(AGREED);
        given(CAME, AGREED).when(agree(SCREENED, IMAGES)).then(SHOWN);
        given(CAME, AGREED, SHOWN).when(agree(SCREENED, IMAGES)).then();
        given(CAME).when(agree(SCREENED, "MARKETING")).refused("CONSENT_SCOPE_UNKNOWN");
    }

    @Test
    @Acceptance("EL-19")
    void it_is_taken_back_alone_and_the_person_stays() {
        given(CAME, AGREED, SHOWN).when(takeBack(ENROLLED, IMAGES)).then(HIDDEN);
        var person = after(CAME, AGREED, SHOWN, HIDDEN);
        assertThat(person.stage()).isEqualTo(Stage.SCREENING);
        assertThat(person.liveConsent(ENROLLED)).isPresent();
        assertThat(person.agreements().live(IMAGES)).isEmpty();
        assertThat(person.agreements().scopes()).containsExactly(new ScopedConsent(IMAGES, SCREENED, ENROLLED));
        given(CAME, AGREED, SHOWN, HIDDEN).when(agree(SCREENED, IMAGES)).then(SHOWN);
    }

    @Test
    void what_was_not_given_or_not_yet_or_without_a_reason_is_not_taken_back() {
        given(CAME, AGREED).when(takeBack(ENROLLED, IMAGES)).refused("CONSENT_SCOPE_NOT_GIVEN");
        given(CAME, AGREED, SHOWN, HIDDEN).when(takeBack(ENROLLED, IMAGES)).refused("CONSENT_SCOPE_NOT_GIVEN");
        given(CAME, AGREED, SHOWN).when(takeBack(SCREENED.minusDays(1), IMAGES)).refused("DATES_OUT_OF_ORDER");
        given(CAME, AGREED, SHOWN).when(takeBack(TODAY.plusDays(1), IMAGES)).refused("IN_THE_FUTURE");
        given(CAME, AGREED, SHOWN)
                .when(new WithdrawScopes(List.of(IMAGES), ENROLLED, " ", TODAY))
                .refused("REASON_MISSING");
    }

    @Test
    void nothing_of_it_outlives_the_consent_itself() {
        assertThat(after(CAME, AGREED, SHOWN, new ConsentWithdrawn(ANNA, ENROLLED, "moved"))
                        .agreements()
                        .live(IMAGES))
                .isEmpty();
    }
}
