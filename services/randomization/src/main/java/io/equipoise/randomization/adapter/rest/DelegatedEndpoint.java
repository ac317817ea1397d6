package io.equipoise.randomization.adapter.rest;

import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Attributions;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import io.equipoise.randomization.application.Delegating;
import io.equipoise.randomization.application.Delegating.Told;
import io.equipoise.randomization.domain.AllocationEvent;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Randomization as OpenClinica 3 and LibreClinica ask for it (their RandomizeService): a study's base address, forms,
 * and a code that is a number, never the arm. They cannot tell a failure from "none yet", so that asking again is safe.
 */
@RestController
@RequestMapping("/api/delegated/{study}/api")
class DelegatedEndpoint {
    private final Delegating delegating;
    private final Attributions attributions;

    DelegatedEndpoint(Delegating delegating, Attributions attributions) {
        this.delegating = delegating;
        this.attributions = attributions;
    }

    record CodeAnswer(String code) {}

    record SiteAnswer(String siteIdentifier) {}

    @GetMapping("/randomisation")
    @Allowed(Role.INVESTIGATOR)
    CodeAnswer randomisation(@PathVariable String study, @RequestParam String identifier, Caller caller) {
        var subject = subject(study, identifier, caller);
        return delegating
                .code(subject)
                .map(CodeAnswer::new)
                .orElseThrow(() -> new Problem(
                        Refusal.unknown("RANDOMIZATION_UNKNOWN", "The subject is not randomized here, or not yet.")));
    }

    /** Sites are opened in the study's design; this only says whether the other system's is one of them. */
    @PostMapping(path = "/sites", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @Allowed(Role.INVESTIGATOR)
    SiteAnswer site(@PathVariable String study, HttpServletRequest request) throws IOException {
        var identifier = Forms.needed(Forms.read(request), "siteIdentifier");
        if (!delegating.isOpen(study, identifier)) {
            throw new Problem(Refusal.conflict("SITE_NOT_OPEN", "This site of the study is not open here."));
        }
        return new SiteAnswer(identifier);
    }

    @PostMapping(path = "/randomise", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @Allowed(Role.INVESTIGATOR)
    ResponseEntity<Object> randomise(@PathVariable String study, HttpServletRequest request, Caller caller)
            throws IOException {
        var form = Forms.read(request);
        var identifier = Forms.needed(form, "identifier");
        var subject = subject(study, identifier, caller);
        var told = new Told(Forms.needed(form, "siteIdentifier"), Forms.answers(form));
        var outcome = delegating.randomize(subject, told, by(request, caller, identifier, form));
        if (outcome instanceof Outcome.Refused<AllocationEvent>(var reason)) {
            return Answers.problem(reason);
        }
        boolean fresh = outcome instanceof Outcome.Recorded<AllocationEvent>(var commit, var repeated) && !repeated;
        var code = new CodeAnswer(delegating.code(subject).orElseThrow());
        return new ResponseEntity<>(code, fresh ? HttpStatus.CREATED : HttpStatus.OK);
    }

    /** The subject is the command: whoever asks again, and with whatever else, asks for the same. */
    private Attribution by(HttpServletRequest request, Caller caller, String identifier, Map<String, String> form) {
        return attributions
                .of(request, caller, "randomise-" + identifier)
                .withFingerprint("randomise")
                .withReason("asked for by " + form.getOrDefault("user", "nobody named"));
    }

    private SubjectId subject(String study, String identifier, Caller caller) {
        var subject = delegating
                .subject(study, identifier)
                .orElseThrow(() -> Problem.badRequest(
                        "IDENTIFIER_MALFORMED",
                        "identifier is SS_ and the letters of site and number, such as SS_010001",
                        "identifier"));
        caller.mustEnter(subject.site());
        return subject;
    }
}
