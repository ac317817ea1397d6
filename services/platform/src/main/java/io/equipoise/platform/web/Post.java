package io.equipoise.platform.web;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Sends to systems outside: waits fifteen seconds at most, follows nobody elsewhere, and reads only whether it was taken. */
public final class Post {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int OK = 200;
    private static final int NOT_OK = 300;

    private final HttpClient http;

    private Post(HttpClient.Builder http) {
        this.http = http.connectTimeout(Duration.ofSeconds(5))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** By HTTP/2 where the other side speaks it. */
    public static Post newest() {
        return new Post(HttpClient.newBuilder());
    }

    /** By HTTP/1.1: some receivers stumble over an offer to upgrade. */
    public static Post plain() {
        return new Post(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1));
    }

    /**
     * What came of it.
     *
     * @param status of HTTP; 0 where nobody answered
     * @param problem what stood in the way; empty where it was taken
     */
    public record Answer(int status, Optional<String> problem) {}

    public Answer send(HttpRequest.Builder request) {
        try {
            var status = http.send(request.timeout(PATIENCE).build(), BodyHandlers.discarding())
                    .statusCode();
            return new Answer(
                    status, status >= OK && status < NOT_OK ? Optional.empty() : Optional.of("HTTP " + status));
        } catch (IOException e) {
            return new Answer(0, Optional.of(e.getClass().getSimpleName()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(0, Optional.of("interrupted"));
        }
    }
}
