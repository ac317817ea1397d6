package io.equipoise.adverseevent.adapter.mongo;

import com.mongodb.client.MongoDatabase;
import io.equipoise.adverseevent.application.SafetyViews;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lists from the projections. */
public final class MongoSafetyViews implements SafetyViews {
    private final EventsProjection events;
    private final AlertsProjection alerts;

    public MongoSafetyViews(MongoDatabase database) {
        events = new EventsProjection(database);
        alerts = new AlertsProjection(database);
    }

    @Override
    public List<Map<String, Object>> events(String study) {
        return events.listed(study);
    }

    @Override
    public List<Map<String, Object>> alerts() {
        return alerts.newestFirst();
    }

    @Override
    public Listed alerts(Set<String> sites, boolean open, Span span) {
        return alerts.newestFirst(sites, open, span);
    }

    @Override
    public Optional<Map<String, Object>> alert(String alert) {
        return alerts.one(alert);
    }
}
