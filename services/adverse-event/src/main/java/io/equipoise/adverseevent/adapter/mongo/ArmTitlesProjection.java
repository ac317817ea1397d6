package io.equipoise.adverseevent.adapter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.equipoise.adverseevent.application.ArmTitles;
import io.equipoise.platform.consume.Heard;
import io.equipoise.platform.projection.Projection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** The arms of each study as its newest definition names them: what is in the public register, and nobody's. */
public final class ArmTitlesProjection implements Projection, ArmTitles {
    private static final String TITLES = "house_arm_titles";

    private final MongoCollection<Document> titles;

    public ArmTitlesProjection(MongoDatabase database) {
        titles = database.getCollection(TITLES);
    }

    @Override
    public Set<String> topics() {
        return Set.of("studies");
    }

    @Override
    public List<String> collections() {
        return List.of(TITLES);
    }

    @Override
    public void apply(Heard heard) {
        if (heard.type().equals("StudyDefined.v1")) {
            var study = heard.text("study");
            var arms = new ArrayList<Document>();
            for (var arm : heard.data().path("definition").path("design").path("arms")) {
                arms.add(new Document("arm", arm.path("arm").asString(""))
                        .append("title", arm.path("title").asString("")));
            }
            titles.replaceOne(
                    Filters.eq("_id", study),
                    new Document("_id", study).append("arms", arms),
                    new ReplaceOptions().upsert(true));
        }
    }

    @Override
    public Optional<String> title(String study, String arm) {
        return Optional.ofNullable(titles.find(Filters.eq("_id", study)).first()).stream()
                .flatMap(found -> found.getList("arms", Document.class).stream())
                .filter(one -> arm.equals(one.getString("arm")))
                .map(one -> one.getString("title"))
                .filter(title -> !title.isBlank())
                .findFirst();
    }
}
