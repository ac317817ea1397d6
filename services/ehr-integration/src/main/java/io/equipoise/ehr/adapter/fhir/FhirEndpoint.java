package io.equipoise.ehr.adapter.fhir;

import io.equipoise.ehr.application.EhrIntegration;
import io.equipoise.ehr.domain.Receive;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Attributions;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.ForEverybody;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The door for sites' record systems. Every refusal is an OperationOutcome that names the element. */
@RestController
class FhirEndpoint {
    private static final int LONGEST = 10 * 1024 * 1024;
    private static final Set<String> R4 = Set.of("4.0", "4.0.0", "4.0.1");

    private final EhrIntegration integration;
    private final Mapping mapping;
    private final Attributions attributions;

    FhirEndpoint(EhrIntegration integration, Mapping mapping, Attributions attributions) {
        this.integration = integration;
        this.mapping = mapping;
        this.attributions = attributions;
    }

    @PostMapping("/fhir/r4")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR})
    ResponseEntity<String> transaction(
            @RequestBody(required = false) byte @Nullable [] body, HttpServletRequest request, Caller caller) {
        mustBeFhirJson(request.getContentType());
        if (body == null || body.length == 0) {
            throw new Wrong(400, "BODY_MISSING", "Bundle", "The request needs a Bundle.");
        }
        if (body.length > LONGEST) {
            throw new Wrong(413, "BODY_TOO_LARGE", "Bundle", "A Bundle is at most 10 MiB long.");
        }
        var bundle = BundleText.read(body);
        var reader = new BundleReader(mapping, bundle);
        var subject = reader.subject();
        caller.mustEnter(subject.site());
        integration.obstacle(subject).ifPresent(obstacle -> refuse(obstacle, Map.of()));
        var by = attributions.of(request, caller, CommandKey.of(request, bundle, body));
        var asked = integration
                .asked(subject.study())
                .orElseThrow(() -> new Wrong(
                        404, "STUDY_UNKNOWN", "Bundle", "No definition of the study was heard here, or not yet."));
        var reading = reader.read(asked, by.recordedAt().atZone(ZoneOffset.UTC).toLocalDate());
        var command = new Receive(
                subject, reading.identity(), reading.facts(), reading.consent(), mapping.mapping(), by.recordedAt());
        return switch (integration.receive(command, by)) {
            case Outcome.Refused<?>(var reason) -> throw refused(reason, reading.at());
            case Outcome.Unchanged<?>() ->
                Answered.taken(false, bundle.getEntry().size(), reading.unused());
            case Outcome.Recorded<?>(var commit, var repeated) ->
                Answered.taken(true, bundle.getEntry().size(), reading.unused());
        };
    }

    @GetMapping("/fhir/r4/metadata")
    @ForEverybody
    ResponseEntity<String> metadata() {
        return Answered.with(200, Capability.statement());
    }

    @ExceptionHandler(Wrong.class)
    ResponseEntity<String> wrong(Wrong wrong) {
        return Answered.problem(wrong.status(), wrong.issues());
    }

    @ExceptionHandler(Problem.class)
    ResponseEntity<String> refused(Problem problem) {
        var refusal = problem.refusal();
        return Answered.problem(
                problem.status().value(), List.of(new Issue(refusal.code(), "Bundle", refusal.detail())));
    }

    private static void mustBeFhirJson(@Nullable String contentType) {
        try {
            var type = MediaType.parseMediaType(contentType == null ? "" : contentType);
            var version = type.getParameter("fhirVersion");
            if (!type.getSubtype().equals("fhir+json") && !type.getSubtype().equals("json")) {
                throw new Wrong(415, "UNSUPPORTED_MEDIA_TYPE", "Bundle", "Send application/fhir+json.");
            }
            if (version != null && !R4.contains(version.replace("\"", ""))) {
                throw new Wrong(415, "FHIR_VERSION", "Bundle", "This door speaks FHIR R4 (fhirVersion=4.0).");
            }
        } catch (InvalidMediaTypeException none) {
            throw new Wrong(415, "UNSUPPORTED_MEDIA_TYPE", "Bundle", "Send application/fhir+json.");
        }
    }

    private static void refuse(Refusal refusal, Map<String, String> places) {
        throw refused(refusal, places);
    }

    private static Wrong refused(Refusal refusal, Map<String, String> places) {
        var pointers = refusal.pointers().isEmpty() ? List.of("") : refusal.pointers();
        var issues = pointers.stream()
                .map(pointer -> new Issue(refusal.code(), places.getOrDefault(pointer, "Bundle"), refusal.detail()))
                .toList();
        return new Wrong(Problem.status(refusal).value(), issues);
    }
}
