package io.equipoise.chaos.fault;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Where a forged message stands: its topic, who would tell it, its stream and its number there. */
public record Place(String topic, String source, String stream, long version) {

    /** A message in the house's form. */
    public ProducerRecord<String, byte[]> told(String type, @Nullable String content) {
        var value = content == null ? null : content.getBytes(StandardCharsets.UTF_8);
        var record = new ProducerRecord<>(topic, stream, value);
        header(record, "content-type", "application/json");
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", source + "/" + topic + "/" + stream + "/" + version + "/1");
        header(record, "ce_source", "/equipoise/" + source);
        if (!type.isEmpty()) {
            header(record, "ce_type", "io.equipoise." + type);
        }
        header(record, "ce_subject", stream);
        header(record, "ce_time", Instant.now().toString());
        header(record, "ce_streamversion", Long.toString(version));
        header(record, "ce_part", "1");
        header(record, "ce_parts", "1");
        return record;
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
