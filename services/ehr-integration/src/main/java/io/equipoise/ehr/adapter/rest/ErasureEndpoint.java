package io.equipoise.ehr.adapter.rest;

import io.equipoise.contracts.SubjectId;
import io.equipoise.ehr.application.EhrIntegration;
import io.equipoise.ehr.domain.Forget;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where a person is forgotten. It cannot be undone. */
@RestController
class ErasureEndpoint {
    private final EhrIntegration integration;

    ErasureEndpoint(EhrIntegration integration) {
        this.integration = integration;
    }

    record Erasure(String reason) {}

    @PostMapping("/api/ehr/subjects/{subject}/erasure")
    @Allowed(Role.ADMINISTRATOR)
    ResponseEntity<Object> erase(
            @PathVariable String subject, @RequestBody Erasure body, Caller caller, Attribution by) {
        var id = SubjectId.parse(subject)
                .orElseThrow(() -> new Problem(Refusal.unknown(
                        "SUBJECT_UNKNOWN", "A subject is written STUDY-SITE-0001; there is no such subject.")));
        caller.mustEnter(id.site());
        return Answers.ok(
                integration.forget(new Forget(id, body.reason()), by),
                commit -> Map.of("subject", subject, "forgotten", true));
    }
}
