package io.equipoise.adverseevent.adapter.webhook;

import java.net.URI;
import java.util.Base64;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Which systems get alerts as signed webhooks; none unless someone names them. */
@ConfigurationProperties("equipoise.safety")
public record WebhookSettings(@DefaultValue List<Webhook> webhooks) {
    public WebhookSettings {
        webhooks = List.copyOf(webhooks);
        var names = webhooks.stream().map(Webhook::name).distinct().count();
        if (names != webhooks.size()) {
            throw new IllegalArgumentException("equipoise.safety.webhooks names an address twice");
        }
    }

    /**
     * One receiver.
     *
     * @param secret {@code whsec_} and 24 to 64 bytes in base64 (Standard Webhooks 1.0)
     */
    public record Webhook(URI url, String secret) {
        private static final String PREFIX = "whsec_";
        private static final int SHORTEST = 24;
        private static final int LONGEST = 64;

        public Webhook {
            var scheme = url.getScheme();
            if (url.getHost() == null || !("https".equals(scheme) || "http".equals(scheme))) {
                throw new IllegalArgumentException("equipoise.safety.webhooks needs an http or https address");
            }
            var bytes = secret.startsWith(PREFIX) ? decoded(secret).length : 0;
            if (bytes < SHORTEST || bytes > LONGEST) {
                throw new IllegalArgumentException(
                        "equipoise.safety.webhooks needs a secret of whsec_ and 24 to 64 bytes in base64");
            }
        }

        /** The address as the record shows it: nothing that could be a password. */
        public String name() {
            var port = url.getPort() < 0 ? "" : ":" + url.getPort();
            return url.getScheme() + "://" + url.getHost() + port + url.getRawPath();
        }

        byte[] key() {
            return decoded(secret);
        }

        private static byte[] decoded(String secret) {
            return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        }

        @Override
        public String toString() {
            return name();
        }
    }
}
