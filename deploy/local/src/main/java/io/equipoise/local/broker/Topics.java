package io.equipoise.local.broker;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of the published language, each with its dead letters; what is told is kept for ever. */
public final class Topics {

    static final List<String> TOLD = List.of(
            "studies",
            "enrolment",
            "randomization",
            "allocation",
            "dosing",
            "adverse-events",
            "imaging",
            "ehr",
            "seals");

    private static final int PARTITIONS = 3;
    private static final Map<String, String> FOR_EVER = Map.of("retention.ms", "-1", "retention.bytes", "-1");

    private Topics() {}

    /** Creates those that are not there. */
    static void create(String bootstrapServers) throws InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            var wanted = TOLD.stream()
                    .flatMap(topic -> Stream.of(topic, topic + "-dlt"))
                    .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1).configs(FOR_EVER))
                    .toList();
            for (var created : admin.createTopics(wanted).values().values()) {
                try {
                    created.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException("A topic could not be created", e.getCause());
                    }
                }
            }
        }
    }
}
