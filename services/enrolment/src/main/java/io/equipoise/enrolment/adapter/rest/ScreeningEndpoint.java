package io.equipoise.enrolment.adapter.rest;

import io.equipoise.contracts.SubjectId;
import io.equipoise.enrolment.application.Registering;
import io.equipoise.enrolment.application.Registering.Coming;
import io.equipoise.enrolment.application.Screenings;
import io.equipoise.enrolment.domain.Consent;
import io.equipoise.enrolment.domain.Fact;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Doors of the screening: a person comes in, agrees, and is examined. */
@RestController
class ScreeningEndpoint {
    private final Registering registering;
    private final Screenings screenings;

    ScreeningEndpoint(Registering registering, Screenings screenings) {
        this.registering = registering;
        this.screenings = screenings;
    }

    record NewSubject(
            String site,
            LocalDate screenedOn,
            @Nullable String invitation,
            @Nullable String rescreenOf) {}

    /** @param scopes what is agreed to beside taking part */
    record NewConsent(
            String version, LocalDate givenOn, @Nullable List<String> scopes) {}

    /** @param scopes that alone are taken back; without any the consent itself is */
    record ConsentEnd(
            LocalDate withdrawnOn, String reason, @Nullable List<String> scopes) {}

    record NewFacts(List<Fact> facts) {}

    record ScreenFailure(LocalDate on, String reason) {}

    @PostMapping("/api/studies/{study}/subjects")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR})
    ResponseEntity<Object> register(
            @PathVariable String study, @RequestBody NewSubject body, Caller caller, Attribution by) {
        Doors.study(study);
        Doors.site(body.site());
        caller.mustEnter(body.site());
        return Answers.created(
                registering.register(coming(study, body), by),
                commit -> "/api/subjects/" + Doors.subject(commit),
                commit -> Map.of("subject", Doors.subject(commit)));
    }

    private static Coming coming(String study, NewSubject body) {
        var earlier = body.rescreenOf();
        var invitation = body.invitation();
        if (earlier == null) {
            return new Coming(study, body.site(), body.screenedOn(), invitation, null);
        }
        if (invitation != null) {
            throw new Problem(Refusal.invalid(
                    "INVITATION_NOT_NEEDED", "an earlier attempt brings its own invitation along", "/invitation"));
        }
        var id = SubjectId.parse(earlier)
                .filter(known -> known.study().equals(study))
                .orElseThrow(() -> new Problem(Refusal.invalid(
                        "RESCREENING_OF_UNKNOWN", earlier + " is nobody of this study", "/rescreenOf")));
        return new Coming(study, body.site(), body.screenedOn(), null, id);
    }

    @PostMapping("/api/subjects/{subject}/consents")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR})
    ResponseEntity<Object> consent(
            @PathVariable String subject, @RequestBody NewConsent body, Caller caller, Attribution by) {
        Doors.notTooLong("version", body.version());
        var id = Doors.enter(subject, caller);
        var consent = new Consent(body.version(), body.givenOn());
        return Answers.created(screenings.giveConsent(id, consent, scopes(body.scopes()), by), Doors::told);
    }

    @PostMapping("/api/subjects/{subject}/consents/withdrawal")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR})
    ResponseEntity<Object> withdrawConsent(
            @PathVariable String subject, @RequestBody ConsentEnd body, Caller caller, Attribution by) {
        Doors.notTooLong("reason", body.reason());
        var id = Doors.enter(subject, caller);
        var scopes = scopes(body.scopes());
        return Answers.created(
                scopes.isEmpty()
                        ? screenings.withdrawConsent(id, body.withdrawnOn(), body.reason(), by)
                        : screenings.withdrawScopes(id, scopes, body.withdrawnOn(), body.reason(), by),
                Doors::told);
    }

    private static List<String> scopes(@Nullable List<String> told) {
        var scopes = told == null ? List.<String>of() : told;
        Doors.notTooMany("TOO_MANY_SCOPES", "scopes", scopes);
        return scopes;
    }

    @PostMapping("/api/subjects/{subject}/screening-facts")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR})
    ResponseEntity<Object> facts(
            @PathVariable String subject, @RequestBody NewFacts body, Caller caller, Attribution by) {
        var id = Doors.enter(subject, caller);
        Doors.notTooMany("TOO_MANY_FACTS", "facts", body.facts());
        for (int i = 0; i < body.facts().size(); i++) {
            var each = body.facts().get(i);
            Doors.notTooLong("facts/" + i + "/fact", each.fact());
            Doors.notTooLong("facts/" + i + "/value", each.value());
            Doors.notTooLong("facts/" + i + "/source", each.source());
        }
        return Answers.created(screenings.recordFacts(id, body.facts(), by), Doors::told);
    }

    @PostMapping("/api/subjects/{subject}/screen-failure")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR})
    ResponseEntity<Object> fail(
            @PathVariable String subject, @RequestBody ScreenFailure body, Caller caller, Attribution by) {
        Doors.notTooLong("reason", body.reason());
        var id = Doors.enter(subject, caller);
        return Answers.created(screenings.fail(id, body.on(), body.reason(), by), Doors::told);
    }
}
