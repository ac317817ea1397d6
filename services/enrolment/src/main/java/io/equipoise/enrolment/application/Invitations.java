package io.equipoise.enrolment.application;

import io.equipoise.contracts.SubjectId;
import io.equipoise.enrolment.domain.EnrolmentEvent;
import io.equipoise.enrolment.domain.Invitation;
import io.equipoise.enrolment.domain.InvitationCommand;
import io.equipoise.enrolment.domain.InvitationCommand.Bind;
import io.equipoise.enrolment.domain.InvitationCommand.Invite;
import io.equipoise.enrolment.domain.InvitationEvent.InvitationIssued;
import io.equipoise.enrolment.domain.Origin;
import io.equipoise.enrolment.domain.Person;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Invitations to studies that take people by invitation only. */
public final class Invitations {
    private final People people;
    private final CommandHandler<Invitation, InvitationCommand, EnrolmentEvent> invitations;

    public Invitations(People people, CommandHandler<Invitation, InvitationCommand, EnrolmentEvent> invitations) {
        this.people = people;
        this.invitations = invitations;
    }

    public Outcome<EnrolmentEvent> invite(InvitationIssued invitation, Attribution by) {
        return people.study(invitation.study())
                .map(study -> invitations.handle(
                        stream(invitation.study(), invitation.invitation()),
                        new Invite(invitation, study, People.today(study, invitation.site(), by)),
                        People.happened(by, study, invitation.site(), invitation.invitedOn())))
                .orElseGet(() -> new Outcome.Refused<>(People.unknownStudy(invitation.study())));
    }

    Ticket ticket(String study, String site, String invitation) {
        return new Invited(invitations, stream(study, invitation), site, invitation);
    }

    private record Invited(
            CommandHandler<Invitation, InvitationCommand, EnrolmentEvent> invitations,
            String stream,
            String site,
            String invitation)
            implements Ticket {

        @Override
        public Optional<Refusal> invalid() {
            var issued = invitations.state(stream).issued();
            if (issued == null) {
                return Optional.of(Invitation.unknown());
            }
            return issued.site().equals(site) ? Optional.empty() : Optional.of(Invitation.elsewhere(issued.site()));
        }

        @Override
        public Origin origin() {
            return new Origin(null, invitation);
        }

        @Override
        public Optional<SubjectId> boundTo() {
            return Optional.ofNullable(invitations.state(stream).boundTo());
        }

        @Override
        public Outcome<EnrolmentEvent> bind(SubjectId to, @Nullable SubjectId instead, Attribution by) {
            return invitations.handle(stream, new Bind(to, instead), by);
        }

        @Override
        public boolean admitted(Person person) {
            return invitation.equals(person.arrival().invitation())
                    && person.arrival().rescreenOf() == null;
        }

        @Override
        public Refusal used(SubjectId by) {
            return Invitation.used(by);
        }
    }

    static String stream(String study, String invitation) {
        return "invitation/" + study + "/" + invitation;
    }
}
