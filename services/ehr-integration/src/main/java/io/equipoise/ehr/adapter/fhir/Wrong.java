package io.equipoise.ehr.adapter.fhir;

import java.util.List;

/** The request as a whole cannot be taken: an OperationOutcome with this status and these issues goes back. */
final class Wrong extends RuntimeException {
    private final int status;
    private final transient List<Issue> issues;

    Wrong(int status, List<Issue> issues) {
        super(issues.getFirst().code());
        this.status = status;
        this.issues = List.copyOf(issues);
    }

    Wrong(int status, String code, String expression, String text) {
        this(status, List.of(new Issue(code, expression, text)));
    }

    int status() {
        return status;
    }

    List<Issue> issues() {
        return issues;
    }
}
