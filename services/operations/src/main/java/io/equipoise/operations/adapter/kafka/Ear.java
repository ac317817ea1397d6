package io.equipoise.operations.adapter.kafka;

import io.equipoise.platform.consume.Heard;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers, for each topic, what was heard last since this process started, and how long it took to get here. */
public final class Ear {
    private final Map<String, Last> topics = new ConcurrentHashMap<>();
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
            this.topics.put(topic, Last.NOTHING);
            meters.gauge(
                    "equipoise.projection.heard.age.seconds", Tags.of("topic", topic), this.topics, all -> age(topic));
        }
    }

    public void heard(Heard heard) {
        var now = clock.instant();
        topics.computeIfPresent(heard.topic(), (topic, before) -> new Last(before.count() + 1, now, heard.at()));
    }

    SortedMap<String, Last> lasts() {
        return new TreeMap<>(topics);
    }

    private double age(String topic) {
        var heard = topics.getOrDefault(topic, Last.NOTHING);
        return heard.count() == 0
                ? Double.NaN
                : Duration.between(heard.at(), clock.instant()).toMillis() / 1000.0;
    }
}
