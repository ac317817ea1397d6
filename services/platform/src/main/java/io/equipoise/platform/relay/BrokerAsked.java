package io.equipoise.platform.relay;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.MetadataRecoveryStrategy;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

/**
 * Which cluster the broker says that it is, asked anew each time; empty while it does not answer. KafkaAdmin gives its first
 * answer for ever.
 */
final class BrokerAsked implements Supplier<Optional<String>> {
    private static final int PATIENCE_MILLIS = 5_000;

    private final Map<String, Object> settings;

    /** Gives up after its patience: the client would keep calling for a minute, and closing it would wait for that. */
    BrokerAsked(Map<String, Object> broker) {
        var patient = new HashMap<>(broker);
        patient.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        patient.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        patient.put(AdminClientConfig.METADATA_RECOVERY_STRATEGY_CONFIG, MetadataRecoveryStrategy.NONE.name);
        this.settings = Map.copyOf(patient);
    }

    @Override
    public Optional<String> get() {
        try (var admin = Admin.create(settings)) {
            return Optional.ofNullable(admin.describeCluster().clusterId().get());
        } catch (ExecutionException | KafkaException away) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
