package io.equipoise.chaos.fault;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Kinds of messages that must hold up nobody but their own stream. */
public enum Poison {
    BAD_JSON("Withheld.v1", "{\"subject\":", Fate.DEAD_LETTER),
    NO_CONTENT("Withheld.v1", null, Fate.DEAD_LETTER),
    NO_TYPE("", "{}", Fate.DEAD_LETTER),
    ONE_MEGABYTE_OF_NO_JSON("Withheld.v1", "x".repeat(1_040_000), Fate.DEAD_LETTER),
    ONE_MEGABYTE("Unheard.v1", "{\"text\":\"" + "x".repeat(1_040_000) + "\"}", Fate.PASSED),
    UNKNOWN_TYPE("Unheard.v1", "{\"subject\":\"CHAOS-01-0009\"}", Fate.PASSED),
    FUTURE_VERSION(null, "{\"subject\":{\"id\":\"CHAOS-01-0009\"}}", Fate.PARKED);

    /** What must become of it. */
    public enum Fate {
        /** Nobody could ever read it. */
        DEAD_LETTER,
        /** Somebody who knows more will read it: its stream waits. */
        PARKED,
        /** It is read, and says nothing to this listener. */
        PASSED
    }

    private final @Nullable String type;
    private final @Nullable String content;
    private final Fate fate;

    Poison(@Nullable String type, @Nullable String content, Fate fate) {
        this.type = type;
        this.content = content;
        this.fate = fate;
    }

    public Fate fate() {
        return fate;
    }

    /** The stream that it belongs to; no two kinds share one. */
    public String stream() {
        return "subject/CHAOS-14-" + name().toLowerCase(java.util.Locale.ROOT);
    }

    /** As told on this topic by its teller; the future version is that of a type which is known there. */
    public ProducerRecord<String, byte[]> record(String topic, String source, String known) {
        var of = type == null ? known.replaceAll("\\.v\\d+$", ".v99") : type;
        return new Place(topic, source, stream(), 1).told(of, content);
    }
}
