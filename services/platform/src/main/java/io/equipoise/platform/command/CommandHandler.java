package io.equipoise.platform.command;

import io.equipoise.platform.Decider;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Journal;
import io.equipoise.platform.journal.Journal.RepeatedCommand;
import io.equipoise.platform.journal.Journal.StaleStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Replay, decide, append; on a lost race, think again with the winner's facts. The same command twice is one fact. */
public final class CommandHandler<S, C, E> {
    private static final int ATTEMPTS = 50;
    private static final int LONGEST_WAIT = 50;
    private static final int REMEMBERED = 2_000;
    private static final int STRIPES = 64;

    private record Seen<S>(long version, S state) {}

    private final Journal<E> journal;
    private final Decider<S, C, E> decider;
    private final ProtocolVersion<S, E> protocol;
    private final Object[] stripes = new Object[STRIPES];
    private final Map<String, Seen<S>> seen = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen<S>> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** For facts that are about nobody who goes by a protocol. */
    public CommandHandler(Journal<E> journal, Decider<S, C, E> decider) {
        this(journal, decider, (state, facts) -> Optional.empty());
    }

    public CommandHandler(Journal<E> journal, Decider<S, C, E> decider, ProtocolVersion<S, E> protocol) {
        this.journal = journal;
        this.decider = decider;
        this.protocol = protocol;
        for (int i = 0; i < STRIPES; i++) {
            stripes[i] = new Object();
        }
    }

    /** Racers of one process wait for each other; racers of other processes meet at the journal's unique index. */
    public Outcome<E> handle(String stream, C command, Attribution by) {
        synchronized (stripes[Math.floorMod(stream.hashCode(), STRIPES)]) {
            for (int attempt = 1; ; attempt++) {
                try {
                    return attempt(stream, command, by);
                } catch (StaleStream | RepeatedCommand lost) {
                    var first = earlier(by);
                    if (first.isPresent()) {
                        return first.get();
                    }
                    if (attempt == ATTEMPTS) {
                        throw lost;
                    }
                    standBack(attempt);
                }
            }
        }
    }

    /** The winner's commit may hold its place in the index a while before it can be read: wait longer each time. */
    private static void standBack(int attempt) {
        LockSupport.parkNanos(Duration.ofMillis(Math.min(attempt, LONGEST_WAIT)).toNanos());
    }

    /** The stream's state as the journal has it now. */
    public S state(String stream) {
        return load(stream).state();
    }

    private Outcome<E> attempt(String stream, C command, Attribution by) {
        var view = load(stream);
        return switch (decider.decide().apply(view.state(), command)) {
            case Decision.Refused<E>(var reason) -> earlier(by).orElseGet(() -> new Outcome.Refused<>(reason));
            case Decision.Accepted<E>(var facts) -> {
                if (facts.isEmpty()) {
                    yield earlier(by).orElseGet(Outcome.Unchanged::new);
                }
                var state = decider.replay(view.state(), facts);
                var under = by.under(protocol.of(state, facts).orElse(null));
                var commit = journal.append(stream, view.version() + 1, under, facts);
                remember(stream, new Seen<>(commit.version(), state));
                yield new Outcome.Recorded<>(commit, false);
            }
        };
    }

    /**
     * The first answer to this command. A repeat is rare, and the journal refuses to record it twice: so it is looked for
     * only where something stands in the way, which may be the command's own facts.
     */
    private Optional<Outcome<E>> earlier(Attribution by) {
        return journal.find(by.commandId())
                .map(commit -> Objects.equals(commit.by().fingerprint(), by.fingerprint())
                        ? new Outcome.Recorded<>(commit, true)
                        : new Outcome.Refused<>(Refusal.conflict(
                                "COMMAND_ID_REUSED",
                                "this Idempotency-Key was used for another request; choose a new one")));
    }

    private Seen<S> load(String stream) {
        var known = recall(stream);
        var version = known.version();
        var state = known.state();
        for (var commit : journal.read(stream, version)) {
            state = decider.replay(state, commit.facts());
            version = commit.version();
        }
        var now = new Seen<>(version, state);
        remember(stream, now);
        return now;
    }

    private Seen<S> recall(String stream) {
        synchronized (seen) {
            var known = seen.get(stream);
            return known == null ? new Seen<>(0, decider.initial()) : known;
        }
    }

    private void remember(String stream, Seen<S> now) {
        synchronized (seen) {
            seen.merge(stream, now, (old, fresh) -> fresh.version() >= old.version() ? fresh : old);
        }
    }
}
