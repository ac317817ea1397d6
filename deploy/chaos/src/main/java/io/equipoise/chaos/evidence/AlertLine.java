package io.equipoise.chaos.evidence;

import io.equipoise.chaos.load.Doors;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.json.JsonMapper;

/** The safety officer's line, read from its first message until nothing more comes. */
public final class AlertLine {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int QUIET_MILLIS = 1_500;
    private static final int LONGEST_MILLIS = 30_000;

    private final Doors doors;

    public AlertLine(Doors doors) {
        this.doors = doors;
    }

    public List<Pushed> all() {
        var heard = new CopyOnWriteArrayList<Pushed>();
        var reader = Thread.ofVirtual().start(() -> listen(heard));
        int before = -1;
        for (int waited = 0; waited < LONGEST_MILLIS; waited += QUIET_MILLIS) {
            Doors.pause(QUIET_MILLIS);
            if (heard.size() == before) {
                break;
            }
            before = heard.size();
        }
        reader.interrupt();
        return List.copyOf(heard);
    }

    private void listen(List<Pushed> heard) {
        try {
            var request = doors.request("saf-01", "/api/safety/alerts/stream")
                    .timeout(Duration.ofMinutes(2))
                    .header("Accept", "text/event-stream");
            var response = doors.http().send(request.GET().build(), BodyHandlers.ofInputStream());
            try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                read(lines, heard);
            }
        } catch (IOException | InterruptedException cut) {
            // the reader has enough, or the line was cut: what was heard is compared
        }
    }

    private static void read(BufferedReader lines, List<Pushed> heard) throws IOException {
        long number = 0;
        var kind = "";
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("id:")) {
                number = Long.parseLong(line.substring(3).strip());
            } else if (line.startsWith("event:")) {
                kind = line.substring(6).strip();
            } else if (line.startsWith("data:")) {
                var data = JSON.readTree(line.substring(5).strip());
                heard.add(new Pushed(
                        number,
                        kind,
                        data.path("alert").asString(""),
                        data.path("event").asString("")));
            }
        }
    }
}
