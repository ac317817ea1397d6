package io.equipoise.ehr.adapter.fhir;

import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers in FHIR's own words. Our code goes along as the coding of each issue. */
final class Answered {
    static final String CODES = "urn:equipoise:problem";
    private static final MediaType FHIR = MediaType.parseMediaType("application/fhir+json;charset=UTF-8;fhirVersion=4.0");

    private Answered() {}

    static ResponseEntity<String> with(int status, Resource resource) {
        return ResponseEntity.status(status)
                .contentType(FHIR)
                .body(BundleText.R4.newJsonParser().encodeResourceToString(resource));
    }

    static ResponseEntity<String> problem(int status, List<Issue> issues) {
        return with(status, outcome(IssueSeverity.ERROR, type(status), issues));
    }

    /** One response for each entry; an entry that was not used says why. */
    static ResponseEntity<String> taken(boolean anew, int entries, Map<Integer, Issue> unused) {
        var answer = new Bundle();
        answer.setType(Bundle.BundleType.TRANSACTIONRESPONSE);
        for (int n = 0; n < entries; n++) {
            var response = answer.addEntry().getResponse().setStatus(anew && !unused.containsKey(n) ? "201 Created" : "200 OK");
            if (unused.containsKey(n)) {
                response.setOutcome(
                        outcome(IssueSeverity.INFORMATION, IssueType.NOTSUPPORTED, List.of(unused.get(n))));
            }
        }
        return with(200, answer);
    }

    private static OperationOutcome outcome(IssueSeverity severity, IssueType type, List<Issue> issues) {
        var outcome = new OperationOutcome();
        for (var issue : issues) {
            var told = outcome.addIssue()
                    .setSeverity(severity)
                    .setCode(type)
                    .setDiagnostics(issue.text())
                    .addExpression(issue.expression());
            told.getDetails().setText(issue.text()).addCoding().setSystem(CODES).setCode(issue.code());
        }
        return outcome;
    }

    private static IssueType type(int status) {
        return switch (status) {
            case 400 -> IssueType.STRUCTURE;
            case 403 -> IssueType.FORBIDDEN;
            case 404 -> IssueType.NOTFOUND;
            case 409 -> IssueType.CONFLICT;
            case 413 -> IssueType.TOOLONG;
            case 415 -> IssueType.NOTSUPPORTED;
            default -> IssueType.INVALID;
        };
    }
}
