package io.equipoise.operations.adapter.kafka;

import io.equipoise.operations.adapter.kafka.Ear.Last;
import io.equipoise.operations.application.Hearing;
import io.equipoise.platform.consume.DeadLetters;
import io.equipoise.platform.consume.Inbox;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;

/** Joins what was heard with what waits and what nobody could read. */
public final class HearingLines implements Hearing {
    private static final int COUNTED = 10_000;

    private final Ear ear;
    private final Inbox inbox;
    private final DeadLetters deadLetters;

    public HearingLines(Ear ear, Inbox inbox, DeadLetters deadLetters) {
        this.ear = ear;
        this.inbox = inbox;
        this.deadLetters = deadLetters;
    }

    @Override
    public List<Line> lines() {
        var parked = byTopic(inbox.parkedSummary(COUNTED));
        var dead = byTopic(deadLetters.list(COUNTED).stream()
                .filter(letter -> "OPEN".equals(letter.getString("state")))
                .toList());
        return ear.lasts().entrySet().stream()
                .map(each -> line(
                        each.getKey(),
                        each.getValue(),
                        parked.getOrDefault(each.getKey(), 0L),
                        dead.getOrDefault(each.getKey(), 0L)))
                .toList();
    }

    private static Line line(String topic, Last last, long parked, long dead) {
        return last.count() == 0
                ? new Line(topic, 0, null, null, null, parked, dead)
                : new Line(topic, last.count(), last.at(), last.recorded(), last.delayMillis(), parked, dead);
    }

    private static Map<String, Long> byTopic(List<Document> documents) {
        return documents.stream().collect(Collectors.groupingBy(each -> each.get("topic", ""), Collectors.counting()));
    }
}
