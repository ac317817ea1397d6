package io.equipoise.platform.relay;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A CloudEvent in Kafka's binary mode. The stream's version and the message's part of its commit travel along, so that a
 * consumer sees a repeat, a gap, or the next one.
 *
 * @param protocol the version of the study's definition that whom it is about went by when it was recorded
 * @param actor whose account recorded it; who withheld something is withheld too
 */
public record Envelope(
        String id,
        String source,
        String stream,
        String type,
        Instant time,
        long version,
        int part,
        int parts,
        @Nullable String correlation,
        @Nullable Integer protocol,
        @Nullable String actor) {
    /** What a private commit looks like from outside: a number without content. */
    public static final String WITHHELD = "Withheld.v1";

    private static final String TYPE_PREFIX = "io.equipoise.";
    private static final String PROTOCOL = "ce_protocolversion";

    /** A record that cannot be an Equipoise message. */
    public static final class Unreadable extends RuntimeException {
        public Unreadable(String why) {
            super(why);
        }
    }

    public ProducerRecord<String, byte[]> record(String topic, byte[] json) {
        var record = new ProducerRecord<>(topic, stream, json);
        var headers = record.headers();
        add(headers, "content-type", "application/json");
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", id);
        add(headers, "ce_source", "/equipoise/" + source);
        add(headers, "ce_type", TYPE_PREFIX + type);
        add(headers, "ce_subject", stream);
        add(headers, "ce_time", time.toString());
        add(headers, "ce_streamversion", Long.toString(version));
        add(headers, "ce_part", Integer.toString(part));
        add(headers, "ce_parts", Integer.toString(parts));
        if (correlation != null) {
            add(headers, "ce_correlationid", correlation);
        }
        if (protocol != null) {
            add(headers, PROTOCOL, Integer.toString(protocol));
        }
        if (actor != null) {
            add(headers, "ce_actor", actor);
        }
        return record;
    }

    /** @throws Unreadable naming the header that is missing or wrong */
    public static Envelope of(Headers headers) {
        var source = need(headers, "ce_source");
        var type = need(headers, "ce_type");
        if (!source.startsWith("/equipoise/") || !type.startsWith(TYPE_PREFIX)) {
            throw new Unreadable("ce_source or ce_type is not Equipoise's");
        }
        try {
            return new Envelope(
                    need(headers, "ce_id"),
                    source.substring("/equipoise/".length()),
                    need(headers, "ce_subject"),
                    type.substring(TYPE_PREFIX.length()),
                    Instant.parse(need(headers, "ce_time")),
                    Long.parseLong(need(headers, "ce_streamversion")),
                    Integer.parseInt(need(headers, "ce_part")),
                    Integer.parseInt(need(headers, "ce_parts")),
                    text(headers, "ce_correlationid"),
                    number(headers, PROTOCOL),
                    text(headers, "ce_actor"));
        } catch (NumberFormatException | java.time.format.DateTimeParseException e) {
            throw new Unreadable("a CloudEvents header is malformed: " + e.getMessage());
        }
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String need(Headers headers, String name) {
        var value = text(headers, name);
        if (value == null) {
            throw new Unreadable("header " + name + " is missing");
        }
        return value;
    }

    private static @Nullable Integer number(Headers headers, String name) {
        var text = text(headers, name);
        return text == null ? null : Integer.valueOf(text);
    }

    private static @Nullable String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
