package io.equipoise.adverseevent.adapter.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.equipoise.adverseevent.adapter.webhook.WebhookSettings.Webhook;
import io.equipoise.adverseevent.application.Deliveries;
import io.equipoise.adverseevent.application.Deliveries.Couriers;
import io.equipoise.adverseevent.application.Deliveries.Pace;
import io.equipoise.adverseevent.application.Ward;
import io.equipoise.adverseevent.domain.AlertFact.AlertDelivered;
import io.equipoise.adverseevent.domain.AlertFact.AlertUndelivered;
import io.equipoise.adverseevent.domain.Target;
import io.equipoise.platform.web.StrictJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WebhookCarrierTest {
    private static final byte[] KEY = HexFormat.of().parseHex("00112233445566778899aabbccddeeff0123456789abcdef");
    private static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(KEY);
    private static final Pace QUICK = new Pace(Duration.ofMillis(1), Duration.ofMillis(2));

    private record Received(String id, String timestamp, String signature, String body) {}

    private final Ward ward = new Ward();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<Integer> answers = new CopyOnWriteArrayList<>();
    private HttpServer receiver;
    private WebhookSettings settings;

    @BeforeEach
    void open() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/hook", exchange -> {
            var headers = exchange.getRequestHeaders();
            received.add(new Received(
                    headers.getFirst("webhook-id"),
                    headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(answers.isEmpty() ? 200 : answers.removeFirst(), -1);
            exchange.close();
        });
        receiver.start();
        var url = URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook?token=hidden");
        settings = new WebhookSettings(List.of(new Webhook(url, SECRET)));
    }

    @AfterEach
    void close() {
        receiver.stop(0);
    }

    @Test
    void a_receiver_that_fails_first_is_told_again_under_the_same_id_and_recorded_once() {
        answers.addAll(List.of(500, 500));
        deliver();
        assertThat(received).hasSize(3).extracting(Received::id).containsOnly(Ward.ALERT + ".raised");
        assertThat(ward.alertFacts().stream().filter(AlertDelivered.class::isInstance))
                .hasSize(1);
        assertThat(ward.alertFacts().stream().filter(AlertUndelivered.class::isInstance))
                .extracting(fact -> ((AlertUndelivered) fact).problem())
                .containsOnly("HTTP 500");
    }

    @Test
    void the_signature_is_what_an_independent_receiver_computes() throws GeneralSecurityException {
        deliver();
        var message = received.getFirst();
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        mac.update(message.id().getBytes(StandardCharsets.US_ASCII));
        mac.update((byte) '.');
        mac.update(message.timestamp().getBytes(StandardCharsets.US_ASCII));
        mac.update((byte) '.');
        var expected = mac.doFinal(message.body().getBytes(StandardCharsets.UTF_8));
        assertThat(message.signature()).isEqualTo("v1," + Base64.getEncoder().encodeToString(expected));
        assertThat(message.timestamp())
                .isEqualTo(Long.toString(ward.clock.instant().getEpochSecond()));
    }

    @Test
    void the_message_says_whom_and_how_grave_and_no_more() {
        deliver();
        assertThat(StrictJson.mapper().readTree(received.getFirst().body()))
                .isEqualTo(StrictJson.mapper().readTree("""
                    {"type": "alert.raised", "timestamp": "2025-03-11T11:00:00Z", "data": {
                      "alert": "AL-AE-7Q2M9K4T", "event": "AE-7Q2M9K4T", "study": "NCT07146087", "site": "01",
                      "subject": "NCT07146087-01-0001", "rule": "SERIOUS", "grade": 3,
                      "raisedAt": "2025-03-11T11:00:00Z"}}\
                    """));
    }

    @Test
    void a_redirect_is_not_followed() {
        answers.addAll(List.of(302));
        deliver();
        assertThat(received).hasSize(2);
    }

    @Test
    void nothing_that_could_be_a_password_stands_in_the_record() {
        deliver();
        assertThat(ward.alertFacts().toString()).doesNotContain("hidden").doesNotContain("whsec");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_", "secret", "whsec_c2hvcnQ="})
    void a_weak_secret_is_refused(String secret) {
        var url = URI.create("https://safety.example/hook");
        assertThatThrownBy(() -> new Webhook(url, secret)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_address_that_is_no_web_address_is_refused() {
        var file = URI.create("file:///etc/hosts");
        assertThatThrownBy(() -> new Webhook(file, SECRET)).isInstanceOf(IllegalArgumentException.class);
    }

    private void deliver() {
        ward.raise(WebhookCarrier.targets(settings).toArray(Target[]::new));
        var carrier = new WebhookCarrier(settings, StrictJson.mapper(), null);
        var deliveries = new Deliveries(
                ward.alerts(), new Couriers(List.of(carrier), ward.turns), (channel, time) -> {}, ward.clock, QUICK);
        deliveries.setOut(Ward.ALERT);
        await().until(() -> ward.alert().due().isEmpty());
    }
}
