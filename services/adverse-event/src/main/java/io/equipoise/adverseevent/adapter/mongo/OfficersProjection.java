package io.equipoise.adverseevent.adapter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.equipoise.adverseevent.application.Watchers;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.WatchFact.BrowserDropped;
import io.equipoise.adverseevent.domain.WatchFact.BrowserSubscribed;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.projection.OwnProjection;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** Who has browsers to be woken, without their addresses. */
public final class OfficersProjection implements OwnProjection<SafetyFact>, Watchers {
    private final MongoCollection<Document> officers;

    public OfficersProjection(MongoDatabase database) {
        officers = database.getCollection("officers");
    }

    @Override
    public List<String> collections() {
        return List.of("officers");
    }

    @Override
    public void apply(Commit<SafetyFact> commit) {
        for (var fact : commit.facts()) {
            switch (fact) {
                case BrowserSubscribed set ->
                    officers.updateOne(
                            Filters.eq("_id", set.person()),
                            Updates.addToSet("browsers", set.id()),
                            new UpdateOptions().upsert(true));
                case BrowserDropped gone ->
                    officers.updateOne(Filters.eq("_id", gone.person()), Updates.pull("browsers", gone.id()));
                case SafetyFact other -> {}
            }
        }
    }

    @Override
    public List<String> withBrowsers() {
        return officers.find(Filters.exists("browsers.0"))
                .sort(Sorts.ascending("_id"))
                .map(officer -> officer.getString("_id"))
                .into(new ArrayList<>());
    }
}
