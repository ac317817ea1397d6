package io.equipoise.adverseevent.adapter.push;

import static io.equipoise.adverseevent.adapter.push.PushService.base64url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.equipoise.adverseevent.application.Deliveries;
import io.equipoise.adverseevent.application.Deliveries.Couriers;
import io.equipoise.adverseevent.application.Deliveries.Pace;
import io.equipoise.adverseevent.application.PushServices;
import io.equipoise.adverseevent.application.PushServices.Known;
import io.equipoise.adverseevent.application.PushServices.Unfit;
import io.equipoise.adverseevent.application.Ward;
import io.equipoise.adverseevent.domain.AlertFact.AlertDelivered;
import io.equipoise.adverseevent.domain.AlertFact.AlertUndelivered;
import io.equipoise.adverseevent.domain.CallFact.AlertGivenUp;
import io.equipoise.adverseevent.domain.Channel;
import io.equipoise.adverseevent.domain.Officer;
import io.equipoise.adverseevent.domain.Target;
import io.equipoise.adverseevent.domain.WatchFact.BrowserDropped;
import io.equipoise.platform.web.StrictJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PushCarrierTest {
    private static final Pace QUICK = new Pace(Duration.ofMillis(1), Duration.ofMillis(2));
    private static final byte[] SECRET = new byte[16];

    private final Ward ward = new Ward();
    private final KeyPair ours = pair();
    private final KeyPair browsers = pair();
    private PushService service;
    private WebPush push;
    private Deliveries deliveries;

    @BeforeEach
    void open() throws IOException {
        service = new PushService();
        push = new WebPush(
                new PushSettings(List.of(service.origin()), "mailto:safety@trials.example"), ours, StrictJson.mapper());
        deliveries = new Deliveries(
                ward.alerts(),
                new Couriers(List.of(push.carrier(ward.watches(), ward.watching())), ward.turns),
                (channel, time) -> {},
                ward.clock,
                QUICK);
    }

    @AfterEach
    void close() {
        deliveries.close();
        service.close();
    }

    @Test
    void a_browser_reads_which_alert_of_which_study_and_no_more() throws GeneralSecurityException {
        raised();
        await().until(() -> ward.alert().due().isEmpty());
        assertThat(service.pushes).singleElement().satisfies(came -> {
            assertThat(came.path()).isEqualTo("/wake/1");
            assertThat(came.header("Content-encoding")).isEqualTo("aes128gcm");
            assertThat(came.header("Ttl")).isEqualTo("259200");
            assertThat(came.header("Urgency")).isEqualTo("high");
            assertThat(came.header("Topic")).matches("[A-Za-z0-9_-]{32}");
            assertThat(opened(came.body())).isEqualTo("{\"alert\":\"AL-AE-7Q2M9K4T\",\"study\":\"NCT07146087\"}");
        });
    }

    @Test
    void the_push_service_can_tell_whose_push_it_is() throws GeneralSecurityException {
        raised();
        await().until(() -> ward.alert().due().isEmpty());
        var authorization = service.pushes.getFirst().header("Authorization");
        assertThat(authorization).endsWith(", k=" + push.services().publicKey());
        var token = authorization.substring("vapid t=".length(), authorization.indexOf(','));
        var parts = token.split("\\.");
        var check = Signature.getInstance("SHA256withECDSAinP1363Format");
        check.initVerify(ours.getPublic());
        check.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(check.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        var claims = StrictJson.mapper().readTree(Base64.getUrlDecoder().decode(parts[1]));
        assertThat(claims.path("aud").asString()).isEqualTo(service.origin());
        assertThat(claims.path("sub").asString()).isEqualTo("mailto:safety@trials.example");
        assertThat(claims.path("exp").asLong())
                .isEqualTo(ward.clock.instant().plus(Duration.ofHours(12)).getEpochSecond());
    }

    @Test
    void a_service_that_fails_is_tried_again_under_the_same_topic_until_it_takes_it() {
        service.answers.addAll(List.of(500, 429, 503));
        raised();
        await().until(() -> ward.alert().due().isEmpty());
        assertThat(service.pushes).hasSize(4);
        assertThat(service.pushes.stream().map(came -> came.header("Topic")).distinct())
                .hasSize(1);
        assertThat(ward.alertFacts().stream().filter(AlertDelivered.class::isInstance))
                .hasSize(1);
        assertThat(ward.alertFacts().stream().filter(AlertUndelivered.class::isInstance))
                .extracting(fact -> ((AlertUndelivered) fact).problem())
                .containsExactly("HTTP 500", "HTTP 429");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void a_browser_that_is_gone_is_dropped_and_nothing_is_tried_any_more(int gone) {
        service.answers.add(gone);
        raised();
        await().until(() -> ward.alert().due().isEmpty());
        assertThat(service.pushes).hasSize(1);
        assertThat(ward.watches().officer("saf-01").browsers()).isEmpty();
        assertThat(ward.journal.facts(Officer.stream("saf-01")))
                .last()
                .isInstanceOfSatisfying(
                        BrowserDropped.class,
                        dropped -> assertThat(dropped.why()).isEqualTo("its push service says that it is gone"));
        assertThat(ward.alertFacts())
                .last()
                .isInstanceOfSatisfying(
                        AlertGivenUp.class,
                        given -> assertThat(given.delivery().target().to()).startsWith("saf-01/"));
    }

    @Test
    void one_service_that_says_nothing_holds_up_no_other_browser() {
        service.answers.add(0);
        ward.raise(subscribed("saf-01", "/one"), subscribed("saf-02", "/other"));
        deliveries.setOut(Ward.ALERT);
        await().until(() -> service.pushes.size() == 2 && ward.alert().due().size() == 1);
        var served = ward.alert().due().iterator().next().target().to().startsWith("saf-01") ? "/other" : "/one";
        assertThat(service.pushes).extracting(PushService.Push::path).contains(served);
        assertThat(ward.alertFacts().stream().filter(AlertDelivered.class::isInstance))
                .hasSize(1);
    }

    @Test
    void nobody_can_send_us_to_an_address_of_our_own() {
        for (var address : List.of(
                "http://127.0.0.1:1/",
                "https://10.0.0.1/",
                "https://fcm.googleapis.com.evil.example/",
                "file:///etc",
                "https://user@fcm.googleapis.com/",
                "https://fcm.googleapis.com:444/",
                "nonsense",
                "")) {
            assertThat(usual().browser(described(address), Set.of("*")))
                    .as(address)
                    .isInstanceOfSatisfying(
                            Unfit.class, no -> assertThat(no.why().code()).isEqualTo("PUSH_SERVICE_UNKNOWN"));
        }
        assertThat(usual().browser(described("https://fcm.googleapis.com/fcm/send/1"), Set.of("*")))
                .isInstanceOf(Known.class);
    }

    @Test
    void what_no_browser_says_is_refused() {
        var good = "https://fcm.googleapis.com/1";
        var key = base64url(Curve.point((ECPublicKey) browsers.getPublic()));
        var secret = base64url(SECRET);
        assertThat(code(good, "AAAA", secret, "x")).isEqualTo("BROWSER_KEY_INVALID");
        assertThat(code(good, key, "AAAA", "x")).isEqualTo("BROWSER_SECRET_INVALID");
        assertThat(code(good, key, secret, " ")).isEqualTo("DEVICE_MISSING");
    }

    private String code(String endpoint, String key, String secret, String device) {
        var looked = usual().browser(new PushServices.Described(endpoint, key, secret, device), Set.of("*"));
        return ((Unfit) looked).why().code();
    }

    private PushServices usual() {
        return new WebPush(new PushSettings(List.of("fcm.googleapis.com"), null), ours, StrictJson.mapper()).services();
    }

    private PushServices.Described described(String endpoint) {
        return new PushServices.Described(
                endpoint, base64url(Curve.point((ECPublicKey) browsers.getPublic())), base64url(SECRET), "phone");
    }

    private void raised() {
        ward.raise(subscribed("saf-01", "/wake/1"));
        deliveries.setOut(Ward.ALERT);
    }

    private Target subscribed(String person, String path) {
        var known = (Known) push.services().browser(described(service.origin() + path), Set.of("*"));
        ward.watching().subscribe(known.browser(), ward.person(person, "subscribe-" + person));
        return new Target(Channel.WEB_PUSH, person + "/" + known.browser().id());
    }

    private String opened(byte[] body) {
        return Opened.by(browsers, SECRET, body);
    }

    private static KeyPair pair() {
        try {
            var pairs = KeyPairGenerator.getInstance("EC");
            pairs.initialize(new ECGenParameterSpec(Curve.NAME));
            return pairs.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
