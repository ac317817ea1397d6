package io.equipoise.randomization.adapter.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import io.equipoise.platform.consume.Heard;
import io.equipoise.platform.projection.Projection;
import io.equipoise.randomization.application.ReportedEvents;
import io.equipoise.randomization.domain.ReportedEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** Keeps of each adverse event whose it is, whether it is serious and when it began, as adverse-event told last; nothing else. */
public final class EventsProjection implements Projection, ReportedEvents {
    private static final String EVENTS = "reported_events";

    private final MongoCollection<Document> events;

    public EventsProjection(MongoDatabase database) {
        this.events = database.getCollection(EVENTS);
    }

    @Override
    public Set<String> topics() {
        return Set.of("adverse-events");
    }

    /** The onset is kept since the second. */
    @Override
    public int version() {
        return 2;
    }

    @Override
    public List<String> collections() {
        return List.of(EVENTS);
    }

    @Override
    public void apply(Heard heard) {
        switch (heard.type()) {
            case "AdverseEventReported.v1", "AdverseEventAmended.v1" -> keep(heard);
            default -> {}
        }
    }

    private void keep(Heard heard) {
        var event = heard.text("event");
        var kept = new Document("_id", event)
                .append("subject", heard.text("subject"))
                .append("serious", heard.data().path("serious").asBoolean(false))
                .append("onset", heard.text("onset"))
                .append("heard", heard.version());
        events.replaceOne(eq("_id", event), kept, new ReplaceOptions().upsert(true));
    }

    @Override
    public Optional<ReportedEvent> find(String event) {
        return Optional.ofNullable(events.find(eq("_id", event)).first())
                .map(kept -> new ReportedEvent(
                        event, kept.getString("subject"), kept.getBoolean("serious"), kept.getString("onset")));
    }
}
