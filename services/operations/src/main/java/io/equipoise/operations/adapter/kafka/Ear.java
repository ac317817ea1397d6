package io.equipoise.operations.adapter.kafka;

import io.equipoise.platform.consume.Heard;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/** Remembers, for each topic, what was heard last since this process started, and how long it took to get here. */
public final class Ear {
    private final SortedMap<String, AtomicReference<Last>> topics = new TreeMap<>();
    private final Clock clock;

    /** What was heard last of a topic, and how many before it. */
    record Last(long count, Instant at, Instant recorded) {
        static final Last NOTHING = new Last(0, Instant.EPOCH, Instant.EPOCH);

        long delayMillis() {
            return Math.max(0, Duration.between(recorded, at).toMillis());
        }
    }

    public Ear(Collection<String> topics, MeterRegistry meters, Clock clock) {
        this.clock = clock;
        for (String topic : topics) {
            var last = new AtomicReference<>(Last.NOTHING);
            this.topics.put(topic, last);
            meters.gauge("equipoise.projection.heard.age.seconds", Tags.of("topic", topic), last, this::age);
        }
    }

    public void heard(Heard heard) {
        var last = topics.get(heard.topic());
        if (last != null) {
            var now = clock.instant();
            last.updateAndGet(before -> new Last(before.count() + 1, now, heard.at()));
        }
    }

    SortedMap<String, Last> lasts() {
        var now = new TreeMap<String, Last>();
        topics.forEach((topic, last) -> now.put(topic, last.get()));
        return now;
    }

    private double age(AtomicReference<Last> last) {
        var heard = last.get();
        return heard.count() == 0
                ? Double.NaN
                : Duration.between(heard.at(), clock.instant()).toMillis() / 1000.0;
    }
}
