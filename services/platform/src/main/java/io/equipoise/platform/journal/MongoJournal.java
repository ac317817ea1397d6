package io.equipoise.platform.journal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.bson.Document;

/**
 * One document per commit, so one insert is atomic without a transaction. {@code _id} is the command's id; the unique
 * (stream, version) makes the first of two racers win; the unique (lane, position) hands out a gapless order: the next
 * number is the last one known plus one, and the index decides who got it.
 */
public final class MongoJournal<E> implements Journal<E> {
    private static final Duration PATIENCE_WITH_A_GAP = Duration.ofSeconds(5);

    private final MongoCollection<Document> commits;
    private final EventCodec<E> codec;
    private final Duration patience;
    private final List<Lane<E>> lanes;
    private final List<IntConsumer> listeners = new CopyOnWriteArrayList<>();

    /** The last position this process knows of in a lane, and since when a number has been missing. */
    private static final class Lane<E> {
        private final Recent<E> recent = new Recent<>();
        private long last;
        private long missing;
        private Instant missingSince = Instant.MAX;
    }

    public MongoJournal(MongoCollection<Document> commits, EventCodec<E> codec, int lanes) {
        this(commits, codec, lanes, PATIENCE_WITH_A_GAP);
    }

    MongoJournal(MongoCollection<Document> commits, EventCodec<E> codec, int lanes, Duration patience) {
        this.patience = patience;
        this.commits = commits.withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.codec = codec;
        commits.createIndex(ascending("stream", "version"), new IndexOptions().unique(true));
        commits.createIndex(ascending("lane", "position"), new IndexOptions().unique(true));
        this.lanes = IntStream.range(0, lanes).mapToObj(number -> new Lane<E>()).toList();
        IntStream.range(0, lanes).forEach(number -> this.lanes.get(number).last = lastPosition(number));
    }

    @Override
    public List<Commit<E>> read(String stream, long afterVersion) {
        return commits.find(and(eq("stream", stream), gt("version", afterVersion)))
                .sort(ascending("version"))
                .map(this::decode)
                .into(new ArrayList<>());
    }

    @Override
    public Optional<Commit<E>> find(String commandId) {
        return Optional.ofNullable(commits.find(eq("_id", commandId)).first()).map(this::decode);
    }

    @Override
    public Commit<E> append(String stream, long version, Attribution by, List<E> facts) {
        int number = laneOf(stream);
        var lane = lanes.get(number);
        Commit<E> commit;
        synchronized (lane) {
            while (true) {
                commit = new Commit<>(stream, version, number, lane.last + 1, by, facts);
                var stored = encode(commit);
                var readable = reading(stored);
                if (inserted(commit, stored)) {
                    lane.last = commit.position();
                    lane.recent.add(lane.last, readable);
                    break;
                }
                lane.last = lastPosition(number);
            }
        }
        listeners.forEach(listener -> listener.accept(number));
        return commit;
    }

    /** False if only the position was taken. */
    private boolean inserted(Commit<E> commit, Document stored) {
        try {
            commits.insertOne(stored);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            if (commits.countDocuments(eq("_id", commit.by().commandId())) > 0) {
                throw new RepeatedCommand(commit.by().commandId());
            }
            if (commits.countDocuments(and(eq("stream", commit.stream()), eq("version", commit.version()))) > 0) {
                throw new StaleStream(commit.stream(), commit.version());
            }
            return false;
        }
    }

    @Override
    public List<Commit<E>> after(int lane, long position, int limit) {
        var found = commits.find(and(eq("lane", lane), gt("position", position)))
                .sort(ascending("position"))
                .limit(limit)
                .into(new ArrayList<>());
        var next = position;
        var consecutive = new ArrayList<Commit<E>>();
        for (var stored : found) {
            if (stored.getLong("position") != next + 1) {
                break;
            }
            next++;
            consecutive.add(decode(stored));
        }
        if (consecutive.isEmpty() && !found.isEmpty()) {
            closeWhenPatienceEnds(lane, position + 1);
        }
        return consecutive;
    }

    @Override
    public List<Commit<E>> news(int lane, long position, int limit) {
        var recent = lanes.get(lane).recent.after(position, limit);
        return recent.isEmpty() ? after(lane, position, limit) : recent;
    }

    /** An empty commit closes a number that stays missing: either it or the late writer wins, never both. */
    void closeWhenPatienceEnds(int number, long position) {
        var lane = lanes.get(number);
        var now = Instant.now();
        synchronized (lane) {
            if (lane.missing != position) {
                lane.missing = position;
                lane.missingSince = now;
                return;
            }
            if (now.isBefore(lane.missingSince.plus(patience))) {
                return;
            }
        }
        var id = "closed/" + number + "/" + position;
        var by = new Attribution(id, "", "system", "system", now, null, "the number stayed missing", id, null, null);
        var empty = new Commit<E>("closed/" + number, position, number, position, by, List.of());
        try {
            inserted(empty, encode(empty));
        } catch (RepeatedCommand closedByAnother) {
            return;
        }
    }

    @Override
    public int lanes() {
        return lanes.size();
    }

    @Override
    public void onAppend(IntConsumer listener) {
        listeners.add(listener);
    }

    private long lastPosition(int lane) {
        var newest = commits.find(eq("lane", lane)).sort(descending("position")).first();
        return newest == null ? 0 : newest.getLong("position");
    }

    private int laneOf(String stream) {
        var hash = new CRC32();
        hash.update(stream.getBytes(StandardCharsets.UTF_8));
        return (int) (hash.getValue() % lanes.size());
    }

    private Document encode(Commit<E> commit) {
        var by = commit.by();
        var document = new Document("_id", by.commandId())
                .append("stream", commit.stream())
                .append("version", commit.version())
                .append("lane", commit.lane())
                .append("position", commit.position())
                .append("recordedAt", Date.from(by.recordedAt()));
        if (by.happenedAt() != null) {
            document.append("happenedAt", by.happenedAt().toString());
        }
        document.append("actor", by.actor()).append("role", by.role());
        if (by.reason() != null) {
            document.append("reason", by.reason());
        }
        document.append("correlation", by.correlation());
        if (by.causation() != null) {
            document.append("causation", by.causation());
        }
        if (by.protocol() != null) {
            document.append("protocol", by.protocol());
        }
        return document.append("fingerprint", by.fingerprint())
                .append("facts", commit.facts().stream().map(codec::encode).toList());
    }

    /** As the store would give it. What is secret is opened for each reader: its key may be destroyed between two of them. */
    private Supplier<Commit<E>> reading(Document stored) {
        if (stored.getList("facts", Document.class).stream().anyMatch(codec::hides)) {
            return () -> decode(stored);
        }
        var open = decode(stored);
        return () -> open;
    }

    private Commit<E> decode(Document stored) {
        var happenedAt = stored.getString("happenedAt");
        var by = new Attribution(
                stored.getString("_id"),
                stored.getString("fingerprint"),
                stored.getString("actor"),
                stored.getString("role"),
                stored.getDate("recordedAt").toInstant(),
                happenedAt == null ? null : Instant.parse(happenedAt),
                stored.getString("reason"),
                stored.getString("correlation"),
                stored.getString("causation"),
                stored.getInteger("protocol"));
        return new Commit<>(
                stored.getString("stream"),
                stored.getLong("version"),
                stored.getInteger("lane"),
                stored.getLong("position"),
                by,
                stored.getList("facts", Document.class).stream()
                        .map(codec::decode)
                        .toList());
    }
}
