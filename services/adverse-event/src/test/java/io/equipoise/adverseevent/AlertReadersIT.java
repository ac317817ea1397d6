package io.equipoise.adverseevent;

import static io.equipoise.adverseevent.Doors.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.equipoise.adverseevent.application.AlertFeed;
import io.equipoise.adverseevent.domain.Alert;
import io.equipoise.adverseevent.domain.AlertFact.AlertRaised;
import io.equipoise.adverseevent.domain.Wards;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Many readers at once, one of whom takes nothing; here the limits are small, so that they are reached. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AlertReadersIT implements InTheWing {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String STREAM = "/api/safety/alerts/stream";
    private static final int MOST = 25;

    private final AlertFeed feed;
    private final Doors doors;

    AlertReadersIT(@Autowired AlertFeed feed, @Autowired MongoDatabase database, @LocalServerPort int port) {
        this.feed = feed;
        this.doors = new Doors(port);
    }

    @DynamicPropertySource
    static void small(DynamicPropertyRegistry registry) {
        registry.add("equipoise.safety.stream.streams", () -> MOST);
        registry.add("equipoise.safety.stream.buffer", () -> 4_096);
        registry.add("server.tomcat.connection-timeout", () -> "1s");
    }

    @Test
    void who_takes_nothing_holds_up_nobody_is_cut_off_and_goes_on_after_the_last_id() throws Exception {
        long before = feed.last();
        var slow = new ArrayList<Long>();
        try (var lines = lines(open(before).body())) {
            tell(1);
            number(lines, slow);
            var others = new ArrayList<List<Long>>();
            var threads = new ArrayList<Thread>();
            for (int i = 0; i < 10; i++) {
                var seen = new CopyOnWriteArrayList<Long>();
                others.add(seen);
                threads.add(Thread.ofVirtual().start(() -> follow(before, seen)));
            }
            await().atMost(SOON).until(() -> streams() == 11);
            tell(4_000);
            await().atMost(SOON).until(() -> others.stream().allMatch(seen -> seen.size() == 4_001));
            assertThat(others)
                    .allSatisfy(
                            seen -> assertThat(seen).containsExactlyElementsOf(numbers(before + 1, before + 4_001)));
            await().atMost(SOON).until(() -> streams() == 10);
            threads.forEach(Thread::interrupt);
            drain(lines, slow);
        }
        assertThat(slow.getLast()).isLessThan(before + 4_001);
        follow(slow.getLast(), slow, before + 4_001);
        assertThat(slow).containsExactlyElementsOf(numbers(before + 1, before + 4_001));
    }

    @Test
    void one_more_than_there_is_room_for_is_asked_to_come_again_and_has_the_place_of_who_leaves() throws Exception {
        await().atMost(SOON).until(() -> streams() == 0);
        var streams = new ArrayList<InputStream>();
        for (int i = 0; i < MOST; i++) {
            var open = open(feed.last());
            assertThat(open.statusCode()).isEqualTo(200);
            streams.add(open.body());
        }
        var refused = doors.get(STREAM, OFFICER);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.text("code")).isEqualTo("TOO_MANY_CONNECTIONS");
        streams.removeFirst().close();
        await().atMost(SOON).until(() -> streams() < MOST);
        var comes = open(feed.last());
        assertThat(comes.statusCode()).isEqualTo(200);
        streams.add(comes.body());
        for (var stream : streams) {
            stream.close();
        }
        await().atMost(SOON).until(() -> streams() == 0);
    }

    private int streams() throws IOException, InterruptedException {
        var metrics = doors.http()
                .send(doors.request("/actuator/prometheus", Doors.SITE).GET().build(), BodyHandlers.ofLines())
                .body();
        return metrics.filter(line -> line.startsWith("equipoise_alert_streams{"))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    private void tell(int alerts) {
        for (int i = 0; i < alerts; i++) {
            long number = feed.last() + 1;
            var alert = Alert.idFor("AE-R%07d".formatted(number));
            var by = new Attribution("r" + number, "r", "system", "system", Wards.TOLD, null, null, "r", null, null);
            var fact = new AlertRaised(alert, "AE-1", Wards.ANNA, "SERIOUS", 3, "Grade 3", Wards.TOLD, null, List.of());
            feed.told(new Commit<>(Alert.stream(alert), 1, 0, number, by, List.of(fact)));
        }
    }

    private static List<Long> numbers(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    private HttpResponse<InputStream> open(long after) throws IOException, InterruptedException {
        var request = doors.request(STREAM, OFFICER).header("Last-Event-ID", Long.toString(after));
        return doors.http().send(request.GET().build(), BodyHandlers.ofInputStream());
    }

    private static BufferedReader lines(InputStream body) {
        return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    /** Until interrupted. */
    private void follow(long after, List<Long> seen) {
        follow(after, seen, Long.MAX_VALUE);
    }

    private void follow(long after, List<Long> seen, long until) {
        try (var lines = lines(open(after).body())) {
            while (number(lines, seen) && seen.getLast() < until) {
                Thread.onSpinWait();
            }
        } catch (IOException cut) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads what the connection still holds; only whole events count. */
    private static void drain(BufferedReader lines, List<Long> seen) {
        try {
            while (number(lines, seen)) {
                Thread.onSpinWait();
            }
        } catch (IOException cut) {
            return;
        }
    }

    /** Reads one whole event; false at the end. */
    private static boolean number(BufferedReader lines, List<Long> seen) throws IOException {
        long id = 0;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("id:")) {
                id = Long.parseLong(line.substring(3));
            } else if (line.isEmpty() && id > 0) {
                seen.add(id);
                return true;
            }
        }
        return false;
    }
}
