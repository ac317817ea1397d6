package io.equipoise.gateway;

import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** A service that is away is a 503 that may be tried again, not a failure of ours. */
@RestControllerAdvice
final class UpstreamAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(UpstreamAdvice.class);

    /** Who looked at a stream closed the window: nobody is there to be told anything. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void left(AsyncRequestNotUsableException e) {
        LOG.debug("a caller left: {}", e.toString());
    }

    @ExceptionHandler({ResourceAccessException.class, IOException.class})
    ResponseEntity<Object> away(Exception e) {
        LOG.warn("a service does not answer: {}", e.toString());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header("Retry-After", "1")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Map.of(
                        "title", "Service Unavailable",
                        "status", HttpStatus.SERVICE_UNAVAILABLE.value(),
                        "code", "SERVICE_UNAVAILABLE",
                        "detail", "the service behind this door does not answer; send the same again in a moment"));
    }
}
