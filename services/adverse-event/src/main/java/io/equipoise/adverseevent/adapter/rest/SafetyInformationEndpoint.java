package io.equipoise.adverseevent.adapter.rest;

import static io.equipoise.platform.web.Role.DATA_SAFETY_BOARD;
import static io.equipoise.platform.web.Role.INVESTIGATOR;
import static io.equipoise.platform.web.Role.MONITOR;
import static io.equipoise.platform.web.Role.SAFETY_OFFICER;

import io.equipoise.adverseevent.application.PublishedInformation;
import io.equipoise.adverseevent.domain.ListedReaction;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.SafetyInformationFact.SafetyInformationPublished;
import io.equipoise.adverseevent.domain.SafetyInformationVersion;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Doors for the reference safety information: what each product of a study is expected to do, by version. */
@RestController
class SafetyInformationEndpoint {
    private final PublishedInformation information;

    SafetyInformationEndpoint(PublishedInformation information) {
        this.information = information;
    }

    record ReactionRequest(String term, @Nullable String code, Integer highestGrade, Boolean serious) {
        ListedReaction listed() {
            return new ListedReaction(term, code, highestGrade, serious);
        }
    }

    /** An empty list says that nothing is expected. */
    record VersionRequest(
            String product, String version, LocalDate inForceFrom, String document, List<ReactionRequest> terms) {
        SafetyInformationVersion published() {
            return new SafetyInformationVersion(
                    product,
                    version,
                    inForceFrom,
                    document,
                    terms.stream().map(ReactionRequest::listed).toList());
        }
    }

    @PostMapping("/api/studies/{study}/safety-information")
    @Allowed(SAFETY_OFFICER)
    ResponseEntity<Object> publish(
            @PathVariable String study, @RequestBody VersionRequest body, Caller caller, Attribution by) {
        caller.mustSeeEverySite();
        return Answers.created(information.publish(study, body.published(), by), SafetyInformationEndpoint::answer);
    }

    @GetMapping("/api/studies/{study}/safety-information")
    @Allowed({SAFETY_OFFICER, INVESTIGATOR, MONITOR, DATA_SAFETY_BOARD})
    Map<String, Object> versions(@PathVariable String study) {
        return Map.of("study", study, "versions", information.of(study).versions());
    }

    private static Object answer(Commit<SafetyFact> commit) {
        return ((SafetyInformationPublished) commit.facts().getFirst()).version();
    }
}
