package io.equipoise.adverseevent;

import static io.equipoise.adverseevent.Doors.OFFICER;
import static io.equipoise.adverseevent.Doors.SITE;
import static io.equipoise.adverseevent.Doors.account;
import static io.equipoise.adverseevent.Wing.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.equipoise.adverseevent.application.FeedLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AlertStreamIT implements InTheWing {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String STREAM = "/api/safety/alerts/stream";
    private final MongoDatabase database;
    private final FeedLog log;
    private final Doors doors;
    private final int port;

    AlertStreamIT(@Autowired MongoDatabase database, @Autowired FeedLog log, @LocalServerPort int port) {
        this.database = database;
        this.log = log;
        this.doors = new Doors(port);
        this.port = port;
    }

    /** One event of the stream. */
    private record Pushed(long id, String kind, String data) {}

    @BeforeEach
    void others_have_told() {
        Wing.settle(database);
    }

    @Test
    void an_alert_and_its_acknowledgement_are_pushed_and_measured() throws Exception {
        var pushed = new CopyOnWriteArrayList<Pushed>();
        var reader = Thread.ofVirtual().start(() -> read(null, Integer.MAX_VALUE, pushed));
        var alert = serious();
        await().atMost(SOON).until(() -> kinds(pushed, alert).equals(List.of("alert")));
        doors.post("/api/safety/alerts/" + alert + "/acknowledgement", OFFICER, "{\"note\":\"site called\"}");
        await().atMost(SOON).until(() -> kinds(pushed, alert).equals(List.of("alert", "acknowledged")));
        assertThat(pushed.toString()).doesNotContain("felt warm").doesNotContain("\"arm\"");
        var metrics = doors.http()
                .send(doors.request("/actuator/prometheus", SITE).GET().build(), BodyHandlers.ofString())
                .body();
        assertThat(metrics.lines().filter(line -> line.startsWith("equipoise_alert_latency_seconds_count")))
                .anyMatch(line -> line.contains("sse"));
        assertThat(metrics)
                .contains("equipoise_alerts_undelivered")
                .doesNotContain(ANNA)
                .doesNotContain("nfusion");
        reader.interrupt();
        reader.join();
    }

    @Test
    void over_fifty_cuts_every_id_comes_exactly_once() {
        var chance = new Random(50);
        var seen = new ArrayList<Pushed>();
        for (int cut = 0; cut < 50; cut++) {
            for (int i = cut == 0 ? 30 : 1; i > 0; i--) {
                serious();
            }
            var after = seen.isEmpty() ? 0 : seen.getLast().id();
            await().atMost(SOON).until(() -> log.last() > after);
            read(after == 0 ? null : after, (int) Math.min(1 + chance.nextInt(2), log.last() - after), seen);
        }
        assertThat(seen.stream().map(Pushed::id).toList())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, seen.getLast().id()).boxed().toList());
    }

    @Test
    void readers_who_read_nothing_hold_up_nobody() throws Exception {
        var stuck = new ArrayList<Socket>();
        for (int i = 0; i < 100; i++) {
            var socket = new Socket();
            socket.setReceiveBufferSize(1024);
            socket.connect(new InetSocketAddress("localhost", port));
            socket.getOutputStream()
                    .write(("GET " + STREAM + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + OFFICER + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            stuck.add(socket);
        }
        var pushed = new CopyOnWriteArrayList<Pushed>();
        var reader = Thread.ofVirtual().start(() -> read(null, Integer.MAX_VALUE, pushed));
        var last = "";
        for (int i = 0; i < 20; i++) {
            last = serious();
        }
        var newest = last;
        await().atMost(SOON).until(() -> kinds(pushed, newest).contains("alert"));
        assertThat(pushed.stream().map(Pushed::id).toList())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, pushed.size()).boxed().toList());
        reader.interrupt();
        for (var socket : stuck) {
            socket.close();
        }
    }

    @Test
    void a_quiet_stream_has_a_heartbeat() throws Exception {
        var answer = doors.http().send(request(log.last()).build(), BodyHandlers.ofLines());
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        try (var lines = answer.body()) {
            assertThat(lines.filter(line -> line.equals(":heartbeat")).findFirst())
                    .isPresent();
        }
    }

    @Test
    void an_id_that_was_never_given_is_refused() {
        for (var id : List.of("999999999", "-1", "1;2", "x", "99999999999999999999999")) {
            var answer = doors.get(STREAM, OFFICER, Map.of("Last-Event-ID", id));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text("code")).isEqualTo("LAST_EVENT_ID_UNKNOWN");
        }
    }

    private String serious() {
        var body = account("grade", "3", "criteria", "[\"HOSPITALIZATION\"]", "narrative", "\"felt warm\"");
        return doors.post("/api/subjects/" + ANNA + "/adverse-events", SITE, body)
                .text("alert");
    }

    private static List<String> kinds(List<Pushed> pushed, String alert) {
        return pushed.stream()
                .filter(event -> event.data().contains("\"" + alert + "\""))
                .map(Pushed::kind)
                .toList();
    }

    private HttpRequest.Builder request(@Nullable Long after) {
        var request = doors.request(STREAM, OFFICER).GET();
        return after == null ? request : request.header("Last-Event-ID", after.toString());
    }

    /** Reads so many events, then hangs up without a word. */
    private void read(@Nullable Long after, int events, List<Pushed> into) {
        try (var body = doors.http()
                        .send(request(after).build(), BodyHandlers.ofInputStream())
                        .body();
                var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            long id = 0;
            var kind = "";
            int read = 0;
            for (var line = lines.readLine();
                    line != null && read < events;
                    line = read == events ? null : lines.readLine()) {
                if (line.startsWith("id:")) {
                    id = Long.parseLong(line.substring(3));
                } else if (line.startsWith("event:")) {
                    kind = line.substring(6);
                } else if (line.startsWith("data:")) {
                    into.add(new Pushed(id, kind, line.substring(5)));
                    read++;
                }
            }
        } catch (IOException cut) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
