package io.equipoise.chaos.evidence;

import io.equipoise.chaos.ledger.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads topics from the first record to the last, outside every group. */
public final class Topics {
    private static final Duration POLL = Duration.ofMillis(300);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final String bootstrap;

    public Topics(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    public List<Told> all() {
        return records(Topology.topics()).stream().map(Topics::told).toList();
    }

    /** As they lie there, headers and all. */
    public List<ConsumerRecord<String, byte[]>> records(Collection<String> topics) {
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = new ArrayList<TopicPartition>();
            topics.forEach(topic -> consumer.partitionsFor(topic)
                    .forEach(p -> partitions.add(new TopicPartition(topic, p.partition()))));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            long until = System.nanoTime() + LONGEST.toNanos();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(found::add);
                if (System.nanoTime() > until) {
                    throw new IllegalStateException("the topics could not be read in " + LONGEST);
                }
            }
        }
        return found;
    }

    private Map<String, Object> settings() {
        return Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest", "enable.auto.commit", "false");
    }

    /** How many records the groups of these services have not committed yet. */
    public long behind(Collection<String> groups) {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap));
                var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            long behind = 0;
            for (var group : groups) {
                var reached = admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get();
                var ends = consumer.endOffsets(reached.keySet());
                for (var end : ends.entrySet()) {
                    var at = reached.get(end.getKey());
                    behind += Math.max(0, end.getValue() - (at == null ? 0 : at.offset()));
                }
            }
            return behind;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static Told told(ConsumerRecord<String, byte[]> record) {
        return new Told(
                record.topic(),
                record.partition(),
                record.offset(),
                header(record, "ce_source").replace("/equipoise/", ""),
                header(record, "ce_subject"),
                number(header(record, "ce_streamversion")),
                (int) number(header(record, "ce_part")),
                (int) number(header(record, "ce_parts")),
                header(record, "ce_type").replace("io.equipoise.", ""),
                record.value() == null ? "nothing" : Digest.of(record.value()));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }
}
