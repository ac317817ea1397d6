package io.equipoise.local.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands ask of the doors, and what they leave on the disk. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EnvelopesTest {
    @TempDir
    private Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer doors;
    private String place;

    @BeforeEach
    void doors_that_write_down_what_they_are_asked() throws IOException {
        doors = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        doors.createContext("/", this::answer);
        doors.start();
        place = "http://127.0.0.1:" + doors.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        doors.stop(0);
    }

    @Test
    void envelopes_are_fetched_into_a_folder_a_file_each() throws IOException {
        var out = folder.resolve("safe");
        assertThat(done("fetch", "NCT1", "--out", out.toString())).isTrue();
        assertThat(asked).contains("POST /api/studies/NCT1/sealed-envelopes {\"anew\":false}");
        assertThat(Files.readString(out.resolve("NCT1-01-0001.envelope"))).isEqualTo("sealed");
    }

    @Test
    void a_share_is_taken_by_the_account_that_asks() throws IOException {
        assertThat(done("share", "NCT1", "--as", "pha-01")).isTrue();
        assertThat(asked).contains("POST /dev/token?account=pha-01 ", "POST /api/studies/NCT1/opening-shares {}");
    }

    @Test
    void one_asks_for_another_key_with_the_reason_and_another_confirms_it() throws IOException {
        assertThat(done("replace", "NCT1", "--because", "a share was lost", "--as", "inv-01"))
                .isTrue();
        assertThat(done("replace", "NCT1", "--asked-by", "inv-01", "--as", "pha-01"))
                .isTrue();
        assertThat(asked)
                .containsSubsequence(
                        "POST /dev/token?account=inv-01 ",
                        "POST /api/studies/NCT1/opening-key-replacement {\"reason\":\"a share was lost\"}",
                        "POST /dev/token?account=pha-01 ",
                        "POST /api/studies/NCT1/opening-key-replacement/confirmation {\"askedBy\":\"inv-01\"}");
    }

    @Test
    void an_opening_is_reported_as_it_was_written_down() throws IOException {
        var report = folder.resolve("anna.opened");
        Files.writeString(
                report,
                "{\"subject\":\"NCT1-01-0001\",\"openedAt\":\"2025-06-02T21:14:00Z\",\"openedBy\":\"x\","
                        + "\"category\":\"OTHER\",\"reason\":\"long enough\"}");
        assertThat(done("report", report.toString())).isTrue();
        assertThat(asked.getLast())
                .startsWith("POST /api/subjects/NCT1-01-0001/code-breaks/reconciliation")
                .contains("\"openedAt\":\"2025-06-02T21:14:00Z\"", "\"reason\":\"long enough\"");
    }

    @Test
    void a_refusal_ends_in_a_failure() throws IOException {
        assertThat(done("fetch", "REFUSED", "--out", folder.toString())).isFalse();
    }

    private boolean done(String... args) throws IOException {
        var all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--gateway", place, "--identity", place));
        return Envelopes.done(all.toArray(String[]::new));
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var path = exchange.getRequestURI().toString();
        asked.add(exchange.getRequestMethod() + " " + path + " " + body);
        var text = path.startsWith("/dev/token")
                ? "{\"access_token\":\"t\"}"
                : "{\"share\":\"s\",\"number\":1,\"envelopes\":[{\"subject\":\"NCT1-01-0001\",\"file\":\"sealed\"}]}";
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(path.contains("REFUSED") ? 409 : 201, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
