package io.equipoise.enrolment.domain;

import static io.equipoise.enrolment.domain.Trial.ANNA;
import static io.equipoise.enrolment.domain.Trial.BORIS;
import static io.equipoise.enrolment.domain.Trial.CLARA;
import static io.equipoise.enrolment.domain.Trial.NCT;
import static io.equipoise.enrolment.domain.Trial.PROTOCOL;
import static io.equipoise.enrolment.domain.Trial.SCREENED;
import static io.equipoise.enrolment.domain.Trial.TODAY;

import io.equipoise.enrolment.domain.InvitationCommand.Bind;
import io.equipoise.enrolment.domain.InvitationCommand.Invite;
import io.equipoise.enrolment.domain.InvitationEvent.InvitationBound;
import io.equipoise.enrolment.domain.InvitationEvent.InvitationIssued;
import io.equipoise.platform.Specification;
import org.junit.jupiter.api.Test;

class InvitationSpec extends Specification<Invitation, InvitationCommand, EnrolmentEvent> {
    static final Study BY_INVITATION = Trial.study(PROTOCOL, Recruitment.ENROLLING_BY_INVITATION);
    static final InvitationIssued LETTER = new InvitationIssued(NCT, "LETTER-7", "01", SCREENED);
    static final EnrolmentEvent ANNAS = new InvitationBound(NCT, "LETTER-7", ANNA);

    InvitationSpec() {
        super(Invitation.DECIDER);
    }

    @Test
    void a_person_is_invited_to_a_site_once() {
        given().when(new Invite(LETTER, BY_INVITATION, TODAY)).then(LETTER);
        given(LETTER).when(new Invite(LETTER, BY_INVITATION, TODAY)).then();
        given(LETTER)
                .when(new Invite(new InvitationIssued(NCT, "LETTER-7", "02", SCREENED), BY_INVITATION, TODAY))
                .refused("INVITATION_ISSUED_ALREADY");
    }

    @Test
    void nobody_is_invited_tomorrow_to_a_site_that_is_not_open_or_to_a_suspended_study() {
        given().when(new Invite(new InvitationIssued(NCT, "LETTER-7", "01", TODAY.plusDays(1)), BY_INVITATION, TODAY))
                .refused("IN_THE_FUTURE");
        given().when(new Invite(new InvitationIssued(NCT, "LETTER-7", "99", SCREENED), BY_INVITATION, TODAY))
                .refused("SITE_NOT_OPEN");
        given().when(new Invite(LETTER, Trial.study(PROTOCOL, Recruitment.SUSPENDED), TODAY))
                .refused("STUDY_NOT_RECRUITING");
    }

    @Test
    void an_invitation_is_good_for_one_person_of_its_site() {
        given(LETTER).when(new Bind(ANNA, null)).then(ANNAS);
        given(LETTER, ANNAS).when(new Bind(ANNA, null)).then();
        given(LETTER, ANNAS).when(new Bind(BORIS, null)).refused("INVITATION_USED");
        given(LETTER).when(new Bind(CLARA, null)).refused("INVITATION_FOR_ANOTHER_SITE");
        given().when(new Bind(ANNA, null)).refused("INVITATION_UNKNOWN");
    }

    @Test
    void it_is_bound_anew_where_somebody_else_came_under_its_number() {
        given(LETTER, ANNAS).when(new Bind(BORIS, ANNA)).then(new InvitationBound(NCT, "LETTER-7", BORIS));
    }
}
