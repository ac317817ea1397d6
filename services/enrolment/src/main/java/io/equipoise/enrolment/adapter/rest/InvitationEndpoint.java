package io.equipoise.enrolment.adapter.rest;

import io.equipoise.enrolment.application.Invitations;
import io.equipoise.enrolment.domain.InvitationEvent.InvitationIssued;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The door through which people are invited, where a study takes no others. */
@RestController
class InvitationEndpoint {
    private final Invitations invitations;

    InvitationEndpoint(Invitations invitations) {
        this.invitations = invitations;
    }

    /** @param invitation the site's own number for it, never a name */
    record NewInvitation(String invitation, String site, LocalDate invitedOn) {}

    @PostMapping("/api/studies/{study}/invitations")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR})
    ResponseEntity<Object> invite(
            @PathVariable String study, @RequestBody NewInvitation body, Caller caller, Attribution by) {
        Doors.study(study);
        if (!body.invitation().matches("[A-Z0-9][A-Z0-9-]{0,31}")) {
            throw new Problem(Refusal.invalid(
                    "INVITATION_MALFORMED", "an invitation's number is capitals, digits and hyphens", "/invitation"));
        }
        Doors.site(body.site());
        caller.mustEnter(body.site());
        var invitation = new InvitationIssued(study, body.invitation(), body.site(), body.invitedOn());
        return Answers.created(
                invitations.invite(invitation, by),
                commit -> Map.of("study", study, "invitation", body.invitation(), "site", body.site()));
    }
}
