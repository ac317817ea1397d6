package io.equipoise.platform.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import io.equipoise.platform.web.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The journal as a record of who did what, when and why (21 CFR 11.10(e), ICH E6(R3) 4.2.2), by the names of its facts and
 * never by their content. Nothing is decrypted for it.
 */
public final class AuditTrail {
    private final MongoCollection<Document> journal;
    private final TrailRule rule;

    public AuditTrail(MongoDatabase database, TrailRule rule) {
        this.journal = database.getCollection("journal");
        this.rule = rule;
    }

    /**
     * One accepted command.
     *
     * @param recordedAt when we were told, and wrote it down
     * @param happenedAt when it happened, where that was said
     * @param reasonWithheld a reason was given, and may carry what the reader must not know
     * @param protocol the version of the study's definition that whom it is about went by, as it was known then
     * @param facts by their names and versions
     */
    public record Entry(
            long position,
            String stream,
            long version,
            String actor,
            String role,
            Instant recordedAt,
            @Nullable Instant happenedAt,
            @Nullable String reason,
            boolean reasonWithheld,
            @Nullable Integer protocol,
            List<String> facts) {
        public Entry {
            facts = List.copyOf(facts);
        }
    }

    /** A lane's commits after a position, in order; of one stream, if one is named. */
    public List<Entry> entries(int lane, long after, int limit, Optional<String> stream) {
        var wanted = new ArrayList<Bson>(List.of(eq("lane", lane), gt("position", after)));
        stream.ifPresent(name -> wanted.add(eq("stream", name)));
        return journal.find(and(wanted))
                .sort(Sorts.ascending("position"))
                .limit(limit)
                .map(this::entry)
                .into(new ArrayList<>());
    }

    private Entry entry(Document commit) {
        var happenedAt = commit.getString("happenedAt");
        var reason = commit.getString("reason");
        var role = commit.getString("role");
        var shown = rule.showsReasons() && !mayKnowTheArm(role);
        return new Entry(
                commit.getLong("position"),
                commit.getString("stream"),
                commit.getLong("version"),
                commit.getString("actor"),
                role,
                commit.getDate("recordedAt").toInstant(),
                happenedAt == null ? null : Instant.parse(happenedAt),
                shown ? reason : null,
                reason != null && !shown,
                commit.getInteger("protocol"),
                commit.getList("facts", Document.class).stream()
                        .map(fact -> fact.getString("type"))
                        .toList());
    }

    private static boolean mayKnowTheArm(String roles) {
        return Arrays.stream(roles.split(",", -1))
                .anyMatch(claim -> Role.ofClaim(claim).filter(Role::isUnblinded).isPresent());
    }
}
