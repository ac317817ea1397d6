package io.equipoise.randomization;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.equipoise.randomization.adapter.kafka.AllocationLanguage;
import io.equipoise.randomization.adapter.rest.TwinTrial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** Everything of one trial that somebody blinded can come to see, by the way on which they see it. */
record Observation(Map<String, List<String>> ways) {
    static final String ANSWERS = "answers";
    static final String TOPIC = "blinded topic";
    static final String LOG = "log";

    Observation {
        ways = Map.copyOf(ways);
    }

    /** Lives a trial and watches it. */
    static Observation of(TwinTrial trial) {
        var ours = (Logger) LoggerFactory.getLogger("io.equipoise");
        var lines = new ListAppender<ILoggingEvent>();
        var before = ours.getLevel();
        lines.start();
        ours.addAppender(lines);
        ours.setLevel(Level.TRACE);
        try {
            trial.run();
        } finally {
            ours.setLevel(before);
            ours.detachAppender(lines);
        }
        return new Observation(Map.of(
                ANSWERS,
                trial.answers.entrySet().stream().map(Objects::toString).toList(),
                TOPIC,
                new Overheard(trial.world).told(AllocationLanguage.BLINDED),
                LOG,
                lines.list.stream()
                        .map(line -> line.getLevel() + " " + line.getLoggerName() + " " + line.getFormattedMessage())
                        .toList()));
    }

    /** The ways on which two trials look different. */
    List<String> differences(Observation other) {
        return new TreeMap<>(ways)
                .entrySet().stream()
                        .filter(way -> !way.getValue().equals(other.ways().get(way.getKey())))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toList());
    }

    /** The same with every text on one way changed, as a leak would. */
    Observation changed(String way, UnaryOperator<String> change) {
        var all = new TreeMap<>(ways);
        all.put(way, Objects.requireNonNull(ways.get(way)).stream().map(change).toList());
        return new Observation(all);
    }

    /** The same with one more text on one way. */
    Observation with(String way, String text) {
        var all = new TreeMap<>(ways);
        var more = new ArrayList<>(Objects.requireNonNull(ways.get(way)));
        more.add(text);
        all.put(way, more);
        return new Observation(all);
    }
}
