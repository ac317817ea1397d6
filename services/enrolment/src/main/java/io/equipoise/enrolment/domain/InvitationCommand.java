package io.equipoise.enrolment.domain;

import io.equipoise.contracts.SubjectId;
import io.equipoise.enrolment.domain.InvitationEvent.InvitationIssued;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What can be asked of an invitation. */
public sealed interface InvitationCommand {

    record Invite(InvitationIssued invitation, Study study, LocalDate today) implements InvitationCommand {}

    /** @param instead a number that it was bound to and that somebody else came under */
    record Bind(SubjectId subject, @Nullable SubjectId instead) implements InvitationCommand {}
}
