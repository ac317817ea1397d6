package io.equipoise.platform.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.RawBsonDocument;

/** The chain of seals beside a journal: closes the next one, and finds what no longer agrees. Seals cover ciphertext. */
public final class SealBook {
    private static final int LONGEST_RUN = 512;
    private static final String ANCHOR = "SealAnchored.v1";

    private final String service;
    private final MongoCollection<Document> journal;
    private final MongoCollection<RawBsonDocument> raw;
    private final MongoCollection<Document> seals;

    /** What disagrees, and at which position. */
    public record Problem(int lane, long position, String what) {}

    /** The outcome of verifying one lane. */
    public record Verified(
            int lane, long commits, long seals, long sealedTo, String newestSeal, List<Problem> problems) {}

    public SealBook(String service, MongoDatabase database) {
        this.service = service;
        this.journal = database.getCollection("journal");
        this.raw = database.getCollection("journal", RawBsonDocument.class);
        this.seals = database.getCollection("seals").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    /** Seals what is not sealed yet; nothing, if that is nothing or only other services' anchors. */
    public Optional<Seal> close(int lane) {
        var last = newest(lane);
        var run = commits(lane, last.to(), last.to() + LONGEST_RUN);
        if (run.isEmpty() || run.stream().allMatch(SealBook::onlyAnchors)) {
            return Optional.empty();
        }
        var leaves = run.stream().map(SealBook::leaf).toList();
        var seal = Seal.over(last, last.to() + run.size(), Merkle.root(leaves));
        try {
            seals.insertOne(document(seal));
            return Optional.of(seal);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** The lane's seals after an ordinal, in order. */
    public List<Seal> after(int lane, long ordinal) {
        return after(new Page(lane, ordinal, 0));
    }

    List<Seal> after(Page page) {
        return seals.find(and(eq("lane", page.lane()), gt("ordinal", page.after())))
                .sort(Sorts.ascending("ordinal"))
                .limit(page.limit())
                .map(this::seal)
                .into(new ArrayList<>());
    }

    /** Recomputes every seal from the journal as it is now. */
    public Verified verify(int lane) {
        var problems = new ArrayList<Problem>();
        var previous = Seal.none(service, lane);
        long count = 0;
        for (var seal : after(lane, 0)) {
            count++;
            var run = commits(lane, previous.to(), seal.to());
            var expected = previous.to() + 1;
            if (seal.from() != expected || !seal.previous().equals(previous.seal())) {
                problems.add(
                        new Problem(lane, seal.from(), "seal " + seal.ordinal() + " does not follow the one before"));
            }
            if (run.size() != seal.to() - previous.to()) {
                var at = previous.to() + run.size() + 1;
                problems.add(new Problem(lane, at, "a sealed commit is missing"));
            } else {
                var root = Merkle.root(run.stream().map(SealBook::leaf).toList());
                if (!HexFormat.of().formatHex(root).equals(seal.root())
                        || !Seal.over(previous, seal.to(), root).seal().equals(seal.seal())) {
                    problems.add(new Problem(
                            lane,
                            seal.from(),
                            "a commit of positions " + seal.from() + " to " + seal.to() + " was changed"));
                }
            }
            previous = seal;
        }
        var commits = journal.countDocuments(eq("lane", lane));
        checkTail(lane, previous.to(), problems);
        return new Verified(lane, commits, count, previous.to(), previous.seal(), problems);
    }

    private void checkTail(int lane, long sealedTo, List<Problem> problems) {
        var newest = journal.find(eq("lane", lane))
                .sort(Sorts.descending("position"))
                .first();
        var last = newest == null ? 0 : newest.getLong("position");
        var stored = journal.countDocuments(and(eq("lane", lane), lte("position", last)));
        if (stored != last && problems.isEmpty()) {
            problems.add(new Problem(lane, sealedTo + 1, "positions are not consecutive"));
        }
    }

    Seal newest(int lane) {
        var found =
                seals.find(eq("lane", lane)).sort(Sorts.descending("ordinal")).first();
        return found == null ? Seal.none(service, lane) : seal(found);
    }

    /** Commits with consecutive positions after one and up to another; stops before a missing one. */
    private List<RawBsonDocument> commits(int lane, long after, long upTo) {
        var run = new ArrayList<RawBsonDocument>();
        for (var commit : raw.find(and(eq("lane", lane), gt("position", after), lte("position", upTo)))
                .sort(Sorts.ascending("position"))) {
            if (commit.getInt64("position").getValue() != after + run.size() + 1) {
                break;
            }
            run.add(commit);
        }
        return run;
    }

    private static boolean onlyAnchors(RawBsonDocument commit) {
        return commit.getArray("facts").stream()
                .allMatch(fact -> fact.asDocument().getString("type").getValue().equals(ANCHOR));
    }

    private static byte[] leaf(RawBsonDocument commit) {
        var buffer = commit.getByteBuffer();
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return Merkle.leaf(bytes);
    }

    private static Document document(Seal seal) {
        return new Document("_id", seal.lane() + "/" + seal.ordinal())
                .append("lane", seal.lane())
                .append("ordinal", seal.ordinal())
                .append("from", seal.from())
                .append("to", seal.to())
                .append("root", seal.root())
                .append("previous", seal.previous())
                .append("seal", seal.seal());
    }

    private Seal seal(Document stored) {
        return new Seal(
                service,
                stored.getInteger("lane"),
                stored.getLong("ordinal"),
                stored.getLong("from"),
                stored.getLong("to"),
                stored.getString("root"),
                stored.getString("previous"),
                stored.getString("seal"));
    }
}
