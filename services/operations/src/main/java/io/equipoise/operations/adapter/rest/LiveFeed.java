package io.equipoise.operations.adapter.rest;

import io.equipoise.operations.adapter.rest.LiveLine.Reader;
import io.equipoise.operations.application.Board;
import io.equipoise.operations.application.Boards;
import io.equipoise.operations.application.Changes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/** Keeps every open page as the projections have it: at once when something was heard, and with every heartbeat. */
final class LiveFeed implements ApplicationListener<ContextClosedEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final long LOOK_MILLIS = 200;
    private static final long BEAT_LOOKS = 15;

    private final Boards boards;
    private final Parts parts;
    private final Changes changes;
    private final JsonMapper json;
    private final Set<LiveLine> lines = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> shown = new HashMap<>();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-feed").factory());
    private long looks;

    LiveFeed(Boards boards, Parts parts, Changes changes, JsonMapper json) {
        this.boards = boards;
        this.parts = parts;
        this.changes = changes;
        this.json = json;
        var _ = looking.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    SseEmitter open(String study, Set<String> sites) {
        var emitter = new SseEmitter(LIFE.toMillis() + LIFE.toMillis());
        var line = new LiveLine(study, sites, emitter, json);
        emitter.onCompletion(() -> lines.remove(line));
        emitter.onError(gone -> lines.remove(line));
        var _ = looking.schedule(() -> line.end("again"), LIFE.toMillis(), TimeUnit.MILLISECONDS);
        looking.execute(() -> {
            show(line.reader(), List.of(line));
            lines.add(line);
        });
        return emitter;
    }

    private void look() {
        boolean beat = looks++ % BEAT_LOOKS == 0;
        lines.stream().collect(Collectors.groupingBy(LiveLine::reader)).forEach((reader, readers) -> {
            if (beat || heardOf(reader.study())) {
                show(reader, readers);
            }
        });
        lines.forEach(line ->
                shown.put(line.reader().study(), changes.count(line.reader().study())));
    }

    private boolean heardOf(String study) {
        return changes.count(study) != shown.getOrDefault(study, 0L);
    }

    private void show(Reader reader, List<LiveLine> readers) {
        Optional<List<Part>> drawn;
        try {
            Optional<Board> board = boards.board(reader.study(), reader.sites());
            drawn = board.map(parts::of);
        } catch (RuntimeException broken) {
            LOG.warn("page of study {} not drawn; its readers will see that nothing is heard", reader.study(), broken);
            return;
        }
        for (LiveLine line : readers) {
            Thread.ofVirtual().name("live-line").start(() -> {
                if (drawn.isEmpty()) {
                    line.end("gone");
                } else if (!line.send(drawn.get())) {
                    lines.remove(line);
                }
            });
        }
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent closing) {
        looking.shutdownNow();
        lines.forEach(line -> line.end("again"));
    }
}
