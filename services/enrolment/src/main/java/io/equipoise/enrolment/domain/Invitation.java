package io.equipoise.enrolment.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.contracts.SubjectId;
import io.equipoise.enrolment.domain.InvitationCommand.Bind;
import io.equipoise.enrolment.domain.InvitationCommand.Invite;
import io.equipoise.enrolment.domain.InvitationEvent.InvitationBound;
import io.equipoise.enrolment.domain.InvitationEvent.InvitationIssued;
import io.equipoise.enrolment.domain.Recruitment.Door;
import io.equipoise.platform.Decider;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An invitation to a study, good for one screening at one site. It is bound to a number before the number is opened, so
 * that two people never come on one invitation.
 */
public record Invitation(
        @Nullable InvitationIssued issued, @Nullable SubjectId boundTo) {
    public static final Decider<Invitation, InvitationCommand, EnrolmentEvent> DECIDER =
            new Decider<>(new Invitation(null, null), Invitation::decide, Invitation::evolve);

    private Decision<EnrolmentEvent> decide(InvitationCommand command) {
        return switch (command) {
            case Invite invite -> invite(invite);
            case Bind bind -> bind(bind);
        };
    }

    private Decision<EnrolmentEvent> invite(Invite command) {
        var fact = command.invitation();
        if (fact.equals(issued)) {
            return accept();
        }
        if (issued != null) {
            return refuse(Refusal.conflict(
                    "INVITATION_ISSUED_ALREADY",
                    "invitation " + fact.invitation() + " was issued for site " + issued.site() + " on "
                            + issued.invitedOn()));
        }
        return Dates.notInTheFuture("invitedOn", fact.invitedOn(), command.today())
                .or(() -> closed(command))
                .<Decision<EnrolmentEvent>>map(Decision::refuse)
                .orElseGet(() -> accept(fact));
    }

    private static Optional<Refusal> closed(Invite command) {
        var standing = command.study().standing();
        if (standing.status().door() == Door.CLOSED) {
            return Optional.of(Refusal.conflict(
                    "STUDY_NOT_RECRUITING",
                    "study " + command.invitation().study() + " takes nobody: " + standing.said()));
        }
        return command.study().site(command.invitation().site()).isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.conflict(
                        "SITE_NOT_OPEN", "site " + command.invitation().site() + " has not been opened"));
    }

    private Decision<EnrolmentEvent> bind(Bind command) {
        var known = issued;
        if (known == null) {
            return refuse(unknown());
        }
        var subject = command.subject();
        if (!known.site().equals(subject.site())) {
            return refuse(elsewhere(known.site()));
        }
        if (subject.equals(boundTo)) {
            return accept();
        }
        return boundTo == null || boundTo.equals(command.instead())
                ? accept(new InvitationBound(known.study(), known.invitation(), subject))
                : refuse(used(boundTo));
    }

    public static Refusal unknown() {
        return Refusal.invalid("INVITATION_UNKNOWN", "no such invitation was issued to this study", "/invitation");
    }

    public static Refusal elsewhere(String site) {
        return Refusal.invalid("INVITATION_FOR_ANOTHER_SITE", "the invitation is for site " + site, "/invitation");
    }

    public static Refusal used(SubjectId by) {
        return Refusal.conflict("INVITATION_USED", by + " came on this invitation");
    }

    private Invitation evolve(EnrolmentEvent event) {
        return switch (event) {
            case InvitationIssued fact -> new Invitation(fact, null);
            case InvitationBound bound -> new Invitation(issued, bound.subject());
            case SubjectEvent foreign -> throw new IllegalStateException("no fact of an invitation: " + foreign);
            case PlaceEvent foreign -> throw new IllegalStateException("no fact of an invitation: " + foreign);
            case SiteRulesEvent foreign -> throw new IllegalStateException("no fact of an invitation: " + foreign);
            case SealAnchored foreign -> throw new IllegalStateException("no fact of an invitation: " + foreign);
        };
    }
}
