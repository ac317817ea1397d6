package io.equipoise.pages;

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

/** Keeps every open page as its facts stand: at once when something changed, and with every heartbeat. */
public final class LiveFeed<R> implements ApplicationListener<ContextClosedEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final long LOOK_MILLIS = 200;
    private static final long BEAT_LOOKS = 15;

    private final Picture<R> picture;
    private final JsonMapper json;
    private final Set<LiveLine<R>> lines = ConcurrentHashMap.newKeySet();
    private final Map<R, Long> shown = new HashMap<>();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-feed").factory());
    private long looks;

    public LiveFeed(Picture<R> picture, JsonMapper json) {
        this.picture = picture;
        this.json = json;
        var _ = looking.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** What a page shows. Whoever looks at the same with the same eyes is an equal reader, and sees the same. */
    public interface Picture<R> {
        /** The parts as they stand; empty where what was looked at is gone. */
        Optional<List<Part>> parts(R reader);

        /** Differs after anything that may have changed the parts. */
        long changes(R reader);
    }

    /** A line to a page that was just opened; called from the thread of its request. */
    public SseEmitter open(R reader) {
        var emitter = new SseEmitter(LIFE.toMillis() + LIFE.toMillis());
        var line = new LiveLine<>(reader, emitter, json);
        line.open();
        emitter.onCompletion(() -> lines.remove(line));
        emitter.onError(gone -> lines.remove(line));
        var _ = looking.schedule(() -> line.end("again"), LIFE.toMillis(), TimeUnit.MILLISECONDS);
        looking.execute(() -> {
            show(reader, List.of(line));
            lines.add(line);
        });
        return emitter;
    }

    private void look() {
        boolean beat = looks++ % BEAT_LOOKS == 0;
        var readers = lines.stream().collect(Collectors.groupingBy(LiveLine::reader));
        shown.keySet().retainAll(readers.keySet());
        readers.forEach((reader, open) -> {
            var changes = picture.changes(reader);
            if (beat || changes != shown.getOrDefault(reader, -1L)) {
                show(reader, open);
            }
            shown.put(reader, changes);
        });
    }

    private void show(R reader, List<LiveLine<R>> open) {
        Optional<List<Part>> drawn;
        try {
            drawn = picture.parts(reader);
        } catch (RuntimeException broken) {
            LOG.warn("page for {} not drawn; its readers will see that nothing is heard", reader, broken);
            return;
        }
        for (LiveLine<R> line : open) {
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
