package io.equipoise.randomization;

import io.equipoise.platform.relay.Relay;
import io.equipoise.randomization.adapter.kafka.AllocationLanguage;
import io.equipoise.randomization.domain.AllocationEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** What can be overheard of a world: its messages with key and headers, and its journal as it lies in the store. */
record Overheard(World world) {
    private static final Pattern SEALED = Pattern.compile("v1:study/[A-Z0-9]+:([A-Za-z0-9_-]+)");
    private static final int ALL = 1_000;

    AllocationLanguage language() {
        return world.language();
    }

    /** Everything told on a topic, in the order of the journal. */
    List<String> told(String topic) {
        var kafka = new KafkaTemplate<String, byte[]>(new DefaultKafkaProducerFactory<>(Map.of()));
        var relay = new Relay<AllocationEvent>("randomization", language(), kafka, World.JSON);
        return world.process.journal.after(0, 0, ALL).stream()
                .flatMap(commit -> relay.records(commit).stream())
                .filter(message -> message.topic().equals(topic))
                .map(Overheard::text)
                .toList();
    }

    private static String text(ProducerRecord<String, byte[]> message) {
        var headers = new StringBuilder();
        message.headers()
                .forEach(header -> headers.append(header.key())
                        .append('=')
                        .append(new String(header.value(), StandardCharsets.UTF_8))
                        .append(' '));
        return message.key() + " " + headers + new String(message.value(), StandardCharsets.UTF_8);
    }

    /** The journal's documents, ciphertext by its length. */
    List<String> raw() {
        var commits = new ArrayList<String>();
        world.database
                .getCollection("journal")
                .find()
                .sort(new Document("position", 1))
                .forEach(commit -> {
                    commit.remove("fingerprint");
                    commits.add(SEALED.matcher(commit.toJson())
                            .replaceAll(found -> "sealed#" + found.group(1).length()));
                });
        return commits;
    }
}
