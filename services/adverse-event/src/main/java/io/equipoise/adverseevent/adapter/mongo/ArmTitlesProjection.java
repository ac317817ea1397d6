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
import tools.jackson.databind.JsonNode;

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

    /** What is given in each period is kept since the second. */
    @Override
    public int version() {
        return 2;
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
            var definition = heard.data().path("definition");
            for (var arm : definition.path("design").path("arms")) {
                arms.add(new Document("arm", arm.path("arm").asString(""))
                        .append("title", arm.path("title").asString(""))
                        .append("periods", periods(arm.path("periods"), definition.path("products"))));
            }
            titles.replaceOne(
                    Filters.eq("_id", study),
                    new Document("_id", study).append("arms", arms),
                    new ReplaceOptions().upsert(true));
        }
    }

    /** By the name of each period the title of its product; by its name, where it has none. */
    private static Document periods(JsonNode given, JsonNode products) {
        var periods = new Document();
        given.properties().forEach(period -> {
            var name = period.getValue().asString("");
            periods.append(
                    period.getKey(),
                    products.valueStream()
                            .filter(product ->
                                    name.equals(product.path("product").asString("")))
                            .map(product -> product.path("title").asString(""))
                            .filter(title -> !title.isBlank())
                            .findFirst()
                            .orElse(name));
        });
        return periods;
    }

    @Override
    public Optional<String> title(String study, String arm) {
        return arm(study, arm).map(one -> one.getString("title")).filter(title -> !title.isBlank());
    }

    @Override
    public Optional<String> product(String study, String arm, String period) {
        return arm(study, arm).map(one -> one.get("periods", Document.class)).map(periods -> periods.getString(period));
    }

    private Optional<Document> arm(String study, String arm) {
        return Optional.ofNullable(titles.find(Filters.eq("_id", study)).first()).stream()
                .flatMap(found -> found.getList("arms", Document.class).stream())
                .filter(one -> arm.equals(one.getString("arm")))
                .findFirst();
    }
}
