package io.equipoise.platform.relay;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/**
 * Which cluster the broker says that it is, asked anew each time; empty while it does not answer. KafkaAdmin gives its first
 * answer for ever.
 */
final class BrokerAsked implements Supplier<Optional<String>> {
    private static final long PATIENCE_SECONDS = 5;

    private final Map<String, Object> settings;

    BrokerAsked(Map<String, Object> settings) {
        this.settings = Map.copyOf(settings);
    }

    @Override
    public Optional<String> get() {
        try (var admin = Admin.create(settings)) {
            return Optional.ofNullable(admin.describeCluster().clusterId().get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException | KafkaException away) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
