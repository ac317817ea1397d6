package io.equipoise.chaos.evidence;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What the mail sink took: text of each mail, the newest first. */
public final class Mails {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The sink forgets older ones. */
    public static final int KEPT = 1_000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI sink;

    public Mails(URI sink) {
        this.sink = sink;
    }

    public List<String> all() {
        try {
            var request = HttpRequest.newBuilder(sink.resolve("/api/messages")).build();
            var texts = new ArrayList<String>();
            JSON.readTree(http.send(request, BodyHandlers.ofString()).body())
                    .forEach(mail -> texts.add(
                            mail.path("to") + " " + mail.path("subject").asString("") + "\n"
                                    + mail.path("text").asString("")));
            return texts;
        } catch (IOException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
