package io.equipoise.adverseevent.adapter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.equipoise.adverseevent.application.Protocols;
import io.equipoise.adverseevent.application.SafetyProtocol;
import io.equipoise.adverseevent.domain.DetailedEvent.Names;
import io.equipoise.adverseevent.domain.LotThreshold;
import io.equipoise.platform.consume.Heard;
import io.equipoise.platform.projection.Projection;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the studies' newest definitions say about safety. An open value stays open: nothing is filled in. */
public final class ProtocolProjection implements Projection, Protocols {
    private static final int FEWEST_PEOPLE = 2;
    private static final int LONGEST_CONDITION = 250;
    /** Populations of people who have what the study is about. */
    private static final Set<String> ILL = Set.of("PATIENTS", "CHILDREN", "NEONATES", "ONE_PERSON");

    private final MongoCollection<Document> protocols;

    public ProtocolProjection(MongoDatabase database) {
        protocols = database.getCollection("safety_protocols");
    }

    @Override
    public Set<String> topics() {
        return Set.of("studies");
    }

    @Override
    public List<String> collections() {
        return List.of("safety_protocols");
    }

    /** 2: the only product, and the condition. */
    @Override
    public int version() {
        return 2;
    }

    @Override
    public void apply(Heard heard) {
        if (heard.type().equals("StudyDefined.v1")) {
            var study = heard.text("study");
            protocols.replaceOne(
                    Filters.eq("_id", study),
                    document(study, heard.data().path("definition")),
                    new ReplaceOptions().upsert(true));
        }
    }

    private static Document document(String study, JsonNode definition) {
        var components = names(definition.path("dosing").path("courses"), "course");
        components.addAll(names(known(definition.path("companions")), "companion"));
        var safety = definition.path("safety");
        var cluster = known(safety.path("lotCluster"));
        return new Document("_id", study)
                .append("products", names(definition.path("products"), "product"))
                .append("components", components)
                .append("periods", names(known(definition.path("design").path("periods")), "period"))
                .append("visits", names(known(definition.path("visits")), "visit"))
                .append("infusionReactionWindow", text(known(safety.path("infusionReactionWindow"))))
                .append(
                        "clusterPeople",
                        cluster.path("people").isInt() ? cluster.path("people").intValue() : null)
                .append("clusterWithin", text(cluster.path("within")))
                .append("openProduct", openProduct(definition))
                .append("condition", condition(definition));
    }

    /** Named to everybody only where there is nothing that the name could tell. */
    private static @Nullable String openProduct(JsonNode definition) {
        var design = definition.path("design");
        var open = "NONE".equals(text(known(design.path("masking"))));
        var products = definition.path("products");
        return open && products.size() == 1 && design.path("arms").size() <= 1
                ? text(products.path(0).path("title"))
                : null;
    }

    private static @Nullable String condition(JsonNode definition) {
        var conditions = known(definition.path("conditions"));
        var ill = ILL.contains(String.valueOf(text(known(definition.path("population")))));
        var one = conditions.size() == 1 ? text(conditions.path(0)) : null;
        return ill && one != null && one.length() <= LONGEST_CONDITION ? one : null;
    }

    /** What somebody has said of an open value; nothing where the basis is unknown. */
    private static JsonNode known(JsonNode open) {
        return open.path("basis").asString("").equalsIgnoreCase("unknown")
                ? open.path("nothing of it is known")
                : open.path("value");
    }

    private static List<String> names(JsonNode list, String field) {
        var names = new ArrayList<String>();
        for (var each : list) {
            if (each.path(field).isString()) {
                names.add(each.path(field).stringValue());
            }
        }
        return names;
    }

    private static @Nullable String text(JsonNode told) {
        return told.isString() ? told.stringValue() : null;
    }

    @Override
    public Optional<SafetyProtocol> of(String study) {
        return Optional.ofNullable(protocols.find(Filters.eq("_id", study)).first())
                .map(ProtocolProjection::protocol);
    }

    private static SafetyProtocol protocol(Document told) {
        var names = new Names(set(told, "products"), set(told, "components"), set(told, "periods"));
        var people = told.getInteger("clusterPeople");
        var within = duration(told.getString("clusterWithin"));
        var threshold = people == null || people < FEWEST_PEOPLE ? null : new LotThreshold(people, within);
        return new SafetyProtocol(
                names,
                told.getList("visits", String.class),
                duration(told.getString("infusionReactionWindow")),
                threshold,
                told.getString("openProduct"),
                told.getString("condition"));
    }

    private static Set<String> set(Document told, String field) {
        return Set.copyOf(told.getList(field, String.class));
    }

    private static @Nullable Duration duration(@Nullable String text) {
        try {
            return text == null ? null : Duration.parse(text);
        } catch (DateTimeException notADuration) {
            return null;
        }
    }
}
