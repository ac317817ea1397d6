package io.equipoise.adverseevent.adapter.webhook;

import io.equipoise.adverseevent.adapter.webhook.WebhookSettings.Webhook;
import io.equipoise.adverseevent.application.Carrier;
import io.equipoise.adverseevent.domain.Channel;
import io.equipoise.adverseevent.domain.Delivery;
import io.equipoise.adverseevent.domain.Target;
import io.equipoise.platform.web.Post;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells another system, signed as Standard Webhooks 1.0 says: webhook-signature is v1 and the HMAC-SHA256 of
 * {@code id.timestamp.body}. The webhook-id is the same for every attempt, so that a receiver can drop a repeat.
 */
public final class WebhookCarrier implements Carrier {

    private final Map<String, Webhook> webhooks = new ConcurrentHashMap<>();
    private final JsonMapper json;
    private final @Nullable String link;
    private final Post post = Post.plain();

    public WebhookCarrier(WebhookSettings settings, JsonMapper json, @Nullable String link) {
        settings.webhooks().forEach(webhook -> webhooks.put(webhook.name(), webhook));
        this.json = json;
        this.link = link;
    }

    public static List<Target> targets(WebhookSettings settings) {
        return settings.webhooks().stream()
                .map(webhook -> new Target(Channel.WEBHOOK, webhook.name()))
                .toList();
    }

    @Override
    public boolean serves(Target target) {
        return target.channel() == Channel.WEBHOOK && webhooks.containsKey(target.to());
    }

    @Override
    public Optional<String> carry(Dispatch dispatch) {
        var webhook = webhooks.get(dispatch.delivery().target().to());
        return webhook == null
                ? Optional.of("not configured")
                : post.send(request(webhook, dispatch)).problem();
    }

    private HttpRequest.Builder request(Webhook webhook, Dispatch dispatch) {
        var id = dispatch.delivery().id(dispatch.alert().alert());
        var timestamp = Long.toString(dispatch.at().getEpochSecond());
        var body = body(dispatch);
        return HttpRequest.newBuilder(webhook.url())
                .header("content-type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", timestamp)
                .header("webhook-signature", "v1," + signature(webhook.key(), id + "." + timestamp + "." + body))
                .POST(BodyPublishers.ofString(body));
    }

    private String body(Dispatch dispatch) {
        var alert = dispatch.alert();
        var data = new LinkedHashMap<String, Object>();
        data.put("alert", alert.alert());
        data.put("event", alert.event());
        data.put("study", alert.subject().study());
        data.put("site", alert.subject().site());
        data.put("subject", alert.subject().toString());
        data.put("rule", alert.rule());
        if (alert.grade() != 0) {
            data.put("grade", alert.grade());
        }
        data.put("raisedAt", alert.raisedAt().toString());
        var step = dispatch.delivery().step();
        if (step != Delivery.ALERT) {
            data.put("step", step);
        }
        if (link != null) {
            data.put("link", link + "/safety/alerts/" + alert.alert());
        }
        var message = new LinkedHashMap<String, Object>();
        message.put("type", step == Delivery.ALERT ? "alert.raised" : "alert.escalated");
        message.put("timestamp", alert.raisedAt().toString());
        message.put("data", data);
        return json.writeValueAsString(message);
    }

    private static String signature(byte[] key, String content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
