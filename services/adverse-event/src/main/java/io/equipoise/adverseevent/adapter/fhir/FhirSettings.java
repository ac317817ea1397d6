package io.equipoise.adverseevent.adapter.fhir;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which systems are notified as FHIR subscribers; none unless someone names them.
 *
 * @param base where others find our FHIR resources, such as https://equipoise.example/fhir/r4
 */
@ConfigurationProperties("equipoise.safety.fhir")
public record FhirSettings(
        @DefaultValue("http://localhost:8080/fhir/r4") String base,
        @DefaultValue List<Subscription> subscriptions) {
    public FhirSettings {
        subscriptions = List.copyOf(subscriptions);
        if (subscriptions.stream().map(Subscription::id).distinct().count() != subscriptions.size()) {
            throw new IllegalArgumentException("equipoise.safety.fhir names a subscription twice");
        }
    }

    /**
     * One subscriber, of channel rest-hook.
     *
     * @param id of the Subscription; the record shows it
     * @param authorization the value of the header Authorization; never shown
     */
    public record Subscription(
            String id, URI endpoint, @Nullable String authorization) {
        public Subscription {
            if (!id.matches("[A-Za-z0-9.-]{1,64}")) {
                throw new IllegalArgumentException("equipoise.safety.fhir needs an id of letters, digits, - and .");
            }
            if (endpoint.getHost() == null || !List.of("http", "https").contains(endpoint.getScheme())) {
                throw new IllegalArgumentException("equipoise.safety.fhir needs an http or https address");
            }
        }

        @Override
        public String toString() {
            return id;
        }
    }
}
