package io.equipoise.adverseevent.adapter.mongo;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import io.equipoise.adverseevent.application.OpenAlerts;
import io.equipoise.adverseevent.application.SafetyViews.Listed;
import io.equipoise.adverseevent.application.SafetyViews.Span;
import io.equipoise.adverseevent.domain.AlertFact;
import io.equipoise.adverseevent.domain.AlertFact.AlertAcknowledged;
import io.equipoise.adverseevent.domain.AlertFact.AlertDelivered;
import io.equipoise.adverseevent.domain.AlertFact.AlertEscalated;
import io.equipoise.adverseevent.domain.AlertFact.AlertRaised;
import io.equipoise.adverseevent.domain.AlertFact.AlertUndelivered;
import io.equipoise.adverseevent.domain.CallFact;
import io.equipoise.adverseevent.domain.Delivery;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.Target;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.projection.OwnProjection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Every alert with its state and its deliveries. */
public final class AlertsProjection implements OwnProjection<SafetyFact>, OpenAlerts {
    private static final String OPEN = "OPEN";
    private static final Set<String> SETTLED = Set.of("DELIVERED", "HELD", "GIVEN_UP");
    private final MongoCollection<Document> alerts;

    public AlertsProjection(MongoDatabase database) {
        alerts = database.getCollection("alerts");
        alerts.createIndex(Indexes.ascending("state"));
        alerts.createIndex(Indexes.compoundIndex(Indexes.descending("raisedAt"), Indexes.ascending("_id")));
        alerts.createIndex(Indexes.ascending("due"));
        alerts.createIndex(Indexes.ascending("wakeAt"));
    }

    @Override
    public List<String> collections() {
        return List.of("alerts");
    }

    @Override
    public boolean byStream() {
        return true;
    }

    @Override
    public void apply(Commit<SafetyFact> commit) {
        commit.facts().stream()
                .flatMap(fact -> switch (fact) {
                    case AlertFact about -> Stream.of(about.alert());
                    case CallFact about -> Stream.of(about.alert());
                    case SafetyFact other -> Stream.<String>empty();
                })
                .findFirst()
                .ifPresent(alert -> put(alert, commit));
    }

    private void put(String id, Commit<SafetyFact> commit) {
        var same = Filters.eq("_id", id);
        var stored = alerts.find(same).first();
        var alert = stored == null ? new Document("_id", id).append("version", 0L) : stored;
        if (alert.getLong("version") < commit.version()) {
            commit.facts().forEach(fact -> change(alert, fact));
            var due = deliveries(alert).stream()
                    .filter(delivery -> !SETTLED.contains(delivery.getString("state")))
                    .count();
            CallColumns.wake(alert);
            alert.append("due", (int) due).append("version", commit.version());
            alerts.replaceOne(same, alert, new ReplaceOptions().upsert(true));
        }
    }

    private static void change(Document alert, SafetyFact fact) {
        switch (fact) {
            case AlertFact about -> change(alert, about);
            case CallFact about -> CallColumns.change(alert, about);
            case SafetyFact other -> {}
        }
    }

    private static void change(Document alert, AlertFact fact) {
        switch (fact) {
            case AlertRaised raised -> raise(alert, raised);
            case AlertAcknowledged taken ->
                alert.append("state", "ACKNOWLEDGED")
                        .append("acknowledgedBy", taken.by())
                        .append("acknowledgedAt", taken.at().toString())
                        .append("note", taken.note());
            case AlertEscalated up -> {
                alert.append("steps", up.step()).append("escalatedAt", up.at().toString());
                expect(alert, up.step(), up.targets());
            }
            case AlertDelivered(var id, var subject, var delivery, var at) ->
                CallColumns.find(alert, delivery).append("state", "DELIVERED").append("at", at.toString());
            case AlertUndelivered failed ->
                CallColumns.find(alert, failed.delivery())
                        .append("state", "FAILING")
                        .append("at", failed.at().toString())
                        .append("attempts", failed.attempts())
                        .append("problem", failed.problem());
        }
    }

    private static void raise(Document alert, AlertRaised raised) {
        alert.append("event", raised.event())
                .append("study", raised.subject().study())
                .append("site", raised.subject().site())
                .append("subject", raised.subject().toString())
                .append("rule", raised.rule())
                .append("grade", raised.grade())
                .append("summary", raised.summary())
                .append("raisedAt", raised.raisedAt().toString())
                .append("state", OPEN)
                .append("steps", 0)
                .append("deliveries", new ArrayList<Document>());
        var escalateAt = raised.escalateAt();
        if (escalateAt != null) {
            alert.append("escalateAt", escalateAt.toString());
        }
        expect(alert, Delivery.ALERT, raised.targets());
    }

    private static void expect(Document alert, int step, List<Target> targets) {
        var deliveries = new ArrayList<>(deliveries(alert));
        for (var target : targets) {
            deliveries.add(new Document("step", step)
                    .append("channel", target.channel().name())
                    .append("to", target.to())
                    .append("state", "DUE"));
        }
        alert.append("deliveries", deliveries);
    }

    private static List<Document> deliveries(Document alert) {
        return alert.getList("deliveries", Document.class, List.of());
    }

    @Override
    public List<String> unacknowledged(int stepsBelow) {
        return ids(Filters.and(Filters.eq("state", OPEN), Filters.lt("steps", stepsBelow)));
    }

    @Override
    public List<String> undelivered() {
        return ids(Filters.gt("due", 0));
    }

    @Override
    public List<String> waking(Instant now) {
        return ids(Filters.lte("wakeAt", now.toEpochMilli()));
    }

    private List<String> ids(Bson which) {
        return alerts.find(which)
                .sort(Sorts.ascending("_id"))
                .map(alert -> alert.getString("_id"))
                .into(new ArrayList<>());
    }

    Optional<Map<String, Object>> one(String alert) {
        return Optional.ofNullable(alerts.find(Filters.eq("_id", alert)).first())
                .map(found -> EventsProjection.named(found, "alert"));
    }

    List<Map<String, Object>> newestFirst() {
        return listed(alerts.find());
    }

    Listed newestFirst(Set<String> sites, boolean open, Span span) {
        var state = open ? Filters.eq("state", OPEN) : Filters.ne("state", OPEN);
        var which = sites.contains("*") ? state : Filters.and(state, Filters.in("site", sites));
        return new Listed(
                listed(alerts.find(which).skip(span.after()).limit(span.most())), (int) alerts.countDocuments(which));
    }

    private static List<Map<String, Object>> listed(FindIterable<Document> found) {
        return found.sort(Sorts.orderBy(Sorts.descending("raisedAt"), Sorts.ascending("_id")))
                .map(alert -> EventsProjection.named(alert, "alert"))
                .into(new ArrayList<>());
    }
}
