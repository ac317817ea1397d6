package io.equipoise.adverseevent.adapter.push;

import io.equipoise.adverseevent.application.Carrier;
import io.equipoise.adverseevent.application.Watches;
import io.equipoise.adverseevent.application.Watching;
import io.equipoise.adverseevent.domain.Channel;
import io.equipoise.adverseevent.domain.Delivery;
import io.equipoise.adverseevent.domain.Target;
import io.equipoise.adverseevent.domain.alerting.Browser;
import io.equipoise.platform.web.Post;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Wakes a browser through its push service. The message names the alert and its study and nothing else; a browser that its
 * service calls gone (404, 410) is dropped from the officer's list.
 */
public final class PushCarrier implements Carrier {
    private static final Duration KEPT = Duration.ofDays(3);
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int SALT = 16;
    private static final int TOPIC_BYTES = 24;

    private final Vapid vapid;
    private final Watches watches;
    private final Watching watching;
    private final JsonMapper json;
    private final SecureRandom random = new SecureRandom();
    private final Post post = Post.newest();

    PushCarrier(Vapid vapid, Watches watches, Watching watching, JsonMapper json) {
        this.vapid = vapid;
        this.watches = watches;
        this.watching = watching;
        this.json = json;
    }

    @Override
    public boolean serves(Target target) {
        return target.channel() == Channel.WEB_PUSH;
    }

    @Override
    public Optional<String> carry(Dispatch dispatch) {
        var target = dispatch.delivery().target();
        var browser = browser(target);
        if (browser.isEmpty()) {
            return gone(target);
        }
        try {
            var answer = post.send(request(browser.get(), dispatch));
            if (answer.status() == NOT_FOUND || answer.status() == GONE) {
                watching.gone(person(target), browser.get().id(), dispatch.at());
            }
            return answer.problem();
        } catch (GeneralSecurityException e) {
            return Optional.of(e.getClass().getSimpleName());
        }
    }

    @Override
    public Optional<String> gone(Target target) {
        return browser(target).isPresent() ? Optional.empty() : Optional.of("this browser is not to be woken any more");
    }

    private Optional<Browser> browser(Target target) {
        return watches.officer(person(target))
                .browser(target.to().substring(person(target).length() + 1));
    }

    private static String person(Target target) {
        return target.to().substring(0, target.to().lastIndexOf('/'));
    }

    private HttpRequest.Builder request(Browser browser, Dispatch dispatch) throws GeneralSecurityException {
        var endpoint = URI.create(browser.endpoint());
        var salt = new byte[SALT];
        random.nextBytes(salt);
        var pairs = KeyPairGenerator.getInstance("EC");
        pairs.initialize(new ECGenParameterSpec(Curve.NAME), random);
        var body = new PushMessage(Browsers.bytes(browser.key()), Browsers.bytes(browser.secret()))
                .sealed(message(dispatch), pairs.generateKeyPair(), salt);
        return HttpRequest.newBuilder(endpoint)
                .header("Authorization", vapid.authorization(endpoint, dispatch.at()))
                .header("Content-Encoding", "aes128gcm")
                .header("Content-Type", "application/octet-stream")
                .header("TTL", Long.toString(KEPT.toSeconds()))
                .header("Urgency", "high")
                .header("Topic", topic(dispatch))
                .POST(BodyPublishers.ofByteArray(body));
    }

    private byte[] message(Dispatch dispatch) {
        var message = new LinkedHashMap<String, Object>();
        message.put("alert", dispatch.alert().alert());
        message.put("study", dispatch.alert().subject().study());
        if (dispatch.delivery().step() != Delivery.ALERT) {
            message.put("step", dispatch.delivery().step());
        }
        return json.writeValueAsString(message).getBytes(StandardCharsets.UTF_8);
    }

    /** The same for every attempt: a push service that still has the earlier one replaces it (RFC 8030, 5.4). */
    private static String topic(Dispatch dispatch) throws GeneralSecurityException {
        var id = dispatch.delivery().id(dispatch.alert().alert());
        var hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, TOPIC_BYTES));
    }
}
