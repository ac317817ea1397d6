package io.equipoise.platform.sample;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** A reader's broken glasses: while they are worn, a message that says "blurred" cannot be read. Mended by taking off. */
public final class Glasses implements ConsumerInterceptor<String, byte[]> {
    static volatile boolean worn;

    @Override
    public ConsumerRecords<String, byte[]> onConsume(ConsumerRecords<String, byte[]> records) {
        var seen = new HashMap<TopicPartition, List<ConsumerRecord<String, byte[]>>>();
        records.partitions()
                .forEach(partition -> seen.put(
                        partition,
                        records.records(partition).stream().map(Glasses::seen).toList()));
        return new ConsumerRecords<>(seen, records.nextOffsets());
    }

    private static ConsumerRecord<String, byte[]> seen(ConsumerRecord<String, byte[]> record) {
        if (!worn || !new String(record.value(), StandardCharsets.UTF_8).contains("blurred")) {
            return record;
        }
        return new ConsumerRecord<>(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.timestampType(),
                record.serializedKeySize(),
                record.serializedValueSize(),
                record.key(),
                "?!".getBytes(StandardCharsets.UTF_8),
                record.headers(),
                record.leaderEpoch());
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void close() {}

    @Override
    public void configure(Map<String, ?> settings) {}
}
