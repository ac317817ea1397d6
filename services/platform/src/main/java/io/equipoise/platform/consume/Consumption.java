package io.equipoise.platform.consume;

import io.equipoise.platform.projection.Projection;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Hands each message to the projections and then to the reactions that listen to its topic, and measures the delay. */
public final class Consumption implements Consumer<Heard> {
    private final List<Projection> projections;
    private final List<Reaction> reactions;
    private final MeterRegistry meters;
    private final Clock clock;
    private final ConcurrentHashMap<String, AtomicLong> delays = new ConcurrentHashMap<>();

    public Consumption(
            Collection<Projection> projections, Collection<Reaction> reactions, MeterRegistry meters, Clock clock) {
        this.projections = List.copyOf(projections);
        this.reactions = List.copyOf(reactions);
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public void accept(Heard heard) {
        projections.stream().filter(p -> p.topics().contains(heard.topic())).forEach(p -> p.apply(heard));
        reactions.stream().filter(r -> r.topics().contains(heard.topic())).forEach(r -> r.react(heard));
        measure(heard);
    }

    public Set<String> topics() {
        var all = new TreeSet<String>();
        projections.forEach(projection -> all.addAll(projection.topics()));
        reactions.forEach(reaction -> all.addAll(reaction.topics()));
        return all;
    }

    /** From the teller's record to here, of the newest message of each topic, in milliseconds. */
    public java.util.Map<String, Long> delays() {
        var now = new java.util.TreeMap<String, Long>();
        delays.forEach((topic, delay) -> now.put(topic, delay.get()));
        return now;
    }

    private void measure(Heard heard) {
        var delay = Duration.between(heard.at(), clock.instant());
        Timer.builder("equipoise.projection.delay")
                .description("from the teller's journal to this projection")
                .tag("topic", heard.topic())
                .publishPercentileHistogram()
                .register(meters)
                .record(delay.isNegative() ? Duration.ZERO : delay);
        delays.computeIfAbsent(heard.topic(), topic -> {
                    var newest = new AtomicLong();
                    meters.gauge(
                            "equipoise.projection.delay.newest.seconds",
                            List.of(io.micrometer.core.instrument.Tag.of("topic", topic)),
                            newest,
                            millis -> millis.get() / 1000.0);
                    return newest;
                })
                .set(Math.max(0, delay.toMillis()));
    }
}
