package io.equipoise.platform.web;

import com.mongodb.MongoException;
import io.equipoise.platform.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;

/** Every failure leaves as application/problem+json with a code; nothing of the inside is told. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler(Problem.class)
    ResponseEntity<Object> refused(Problem problem) {
        return answer(problem.status(), problem.refusal());
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<Object> unreadable(HttpMessageNotReadableException e) {
        return e.getCause() instanceof JacksonException json
                ? unreadable(json)
                : answer(HttpStatus.BAD_REQUEST, Refusal.invalid("BODY_MISSING", "the request needs a body", ""));
    }

    @ExceptionHandler(JacksonException.class)
    ResponseEntity<Object> unreadable(JacksonException e) {
        var wrong = JsonProblem.of(e);
        return answer(HttpStatus.BAD_REQUEST, wrong);
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ResponseEntity<Object> wrongParameter(MethodArgumentTypeMismatchException e) {
        var type = e.getRequiredType();
        var kind = type == null ? "what is expected" : "a " + type.getSimpleName();
        return answer(
                HttpStatus.BAD_REQUEST,
                Refusal.invalid("PARAMETER_MALFORMED", e.getName() + " is not " + kind, e.getName()));
    }

    /** Who hung up gets no answer. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void hungUp(AsyncRequestNotUsableException e) {
        LOG.debug("a reader hung up: {}", e.toString());
    }

    @ExceptionHandler(MongoException.class)
    ResponseEntity<Object> storeIsDown(MongoException e) {
        LOG.warn("the store does not answer: {}", e.toString());
        var refusal = Refusal.conflict(
                "STORE_UNAVAILABLE",
                "the store does not answer; send the same command with the same Idempotency-Key again");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header("Retry-After", "1")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.detail(HttpStatus.SERVICE_UNAVAILABLE, refusal));
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<Object> others(Exception e, HttpServletRequest request) {
        if (e instanceof ErrorResponse known) {
            var status = known.getStatusCode();
            var detail = known.getBody().getDetail();
            return answer(status, Refusal.invalid(code(status), detail == null ? status.toString() : detail, ""));
        }
        var id = Attributions.correlation(request);
        LOG.error("{} {} failed ({})", request.getMethod(), request.getRequestURI(), id, e);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                Refusal.conflict("INTERNAL", "something of ours broke; tell us this number: " + id));
    }

    private static String code(HttpStatusCode status) {
        return status instanceof HttpStatus known ? known.name() : "HTTP_" + status.value();
    }

    private static ResponseEntity<Object> answer(HttpStatusCode status, Refusal refusal) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.detail(status, refusal));
    }
}
