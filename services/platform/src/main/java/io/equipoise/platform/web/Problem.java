package io.equipoise.platform.web;

import io.equipoise.platform.Refusal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** A refusal on its way out of a door: application/problem+json (RFC 9457) with a code and the fields concerned. */
public final class Problem extends RuntimeException {
    private final HttpStatusCode status;
    private final Refusal refusal;

    public Problem(HttpStatusCode status, Refusal refusal) {
        super(refusal.code());
        this.status = status;
        this.refusal = refusal;
    }

    public Problem(Refusal refusal) {
        this(status(refusal), refusal);
    }

    public static Problem badRequest(String code, String detail, String... pointers) {
        return new Problem(HttpStatus.BAD_REQUEST, Refusal.invalid(code, detail, pointers));
    }

    public HttpStatusCode status() {
        return status;
    }

    public Refusal refusal() {
        return refusal;
    }

    public ProblemDetail detail() {
        return detail(status, refusal);
    }

    public static ProblemDetail detail(HttpStatusCode status, Refusal refusal) {
        var problem = ProblemDetail.forStatusAndDetail(status, refusal.detail());
        problem.setProperty("code", refusal.code());
        problem.setProperty("pointers", List.copyOf(refusal.pointers()));
        return problem;
    }

    public static HttpStatusCode status(Refusal refusal) {
        return switch (refusal.kind()) {
            case CONFLICT -> HttpStatus.CONFLICT;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
        };
    }
}
