package io.equipoise.enrolment.domain;

import io.equipoise.contracts.SubjectId;
import java.time.LocalDate;

/** What happened to an invitation. It is known by a number of the site's own, never by a name. */
public sealed interface InvitationEvent extends EnrolmentEvent {

    record InvitationIssued(String study, String invitation, String site, LocalDate invitedOn)
            implements InvitationEvent {}

    /** Whoever comes under this number comes on this invitation. */
    record InvitationBound(String study, String invitation, SubjectId subject) implements InvitationEvent {}
}
