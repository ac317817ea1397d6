package io.equipoise.enrolment.adapter.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import io.equipoise.enrolment.application.EligibilityRules;
import io.equipoise.enrolment.application.Studies;
import io.equipoise.enrolment.domain.Activation;
import io.equipoise.enrolment.domain.Protocol;
import io.equipoise.enrolment.domain.Recruitment;
import io.equipoise.enrolment.domain.Site;
import io.equipoise.enrolment.domain.Standing;
import io.equipoise.enrolment.domain.Study;
import io.equipoise.platform.consume.Heard;
import io.equipoise.platform.projection.Projection;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Studies and sites as study-design told them. Rules are checked the moment a definition arrives. */
public final class MongoStudies implements Studies, Projection {
    private static final Logger LOG = LoggerFactory.getLogger(MongoStudies.class);
    private static final String TOPIC = "studies";
    private static final String AT_SITES = "atSites";

    private final MongoCollection<Document> studies;
    private final MongoCollection<Document> definitions;
    private final MongoCollection<Document> sites;
    private final EligibilityRules rules;
    private final JsonMapper json;
    private final Map<String, Protocol> read = new ConcurrentHashMap<>();

    public MongoStudies(MongoDatabase database, EligibilityRules rules, JsonMapper json) {
        this.studies = database.getCollection("studies");
        this.definitions = database.getCollection("definitions");
        this.sites = database.getCollection("sites");
        this.rules = rules;
        this.json = json;
        sites.createIndex(new Document("study", 1));
    }

    @Override
    public Set<String> topics() {
        return Set.of(TOPIC);
    }

    @Override
    public List<String> collections() {
        return List.of("studies", "definitions", "sites");
    }

    @Override
    public void apply(Heard heard) {
        var data = heard.data();
        switch (heard.type()) {
            case "StudyDefined.v1" ->
                defined(heard.text("study"), data.path("version").intValue(), data);
            case "StudyActivated.v1" ->
                update(
                        heard.text("study"),
                        combine(
                                set("activatedVersion", data.path("version").intValue()),
                                set("activatedOn", heard.text("activatedOn")),
                                set("activations." + data.path("version").intValue(), heard.text("activatedOn"))));
            case "StudyStatusChanged.v1" ->
                update(
                        heard.text("study"),
                        combine(
                                set("status", heard.text("status")),
                                set("statusAsOf", DefinitionReader.text(data.path("asOf"))),
                                set("statusReason", DefinitionReader.text(data.path("reason")))));
            case "SiteOpened.v1" -> opened(heard);
            case "SiteVersionActivated.v1" ->
                update(
                        heard.text("study"),
                        set(
                                AT_SITES + "." + heard.text("site") + "."
                                        + data.path("version").intValue(),
                                heard.text("activatedOn")));
            default -> LOG.debug("{} of {} concerns others", heard.type(), heard.stream());
        }
    }

    private void defined(String study, int version, JsonNode data) {
        var definition = data.path("definition");
        var protocol = DefinitionReader.read(study, version, definition);
        var problems = rules.problems(protocol);
        problems.forEach((rule, why) -> LOG.warn("rule {} of {} version {}: {}", rule, study, version, why));
        var document = new Document("_id", id(study, version))
                .append("study", study)
                .append("version", version)
                .append("definition", json.writeValueAsString(definition))
                .append("problems", new Document(new TreeMap<>(problems)));
        definitions.replaceOne(eq("_id", id(study, version)), document, new ReplaceOptions().upsert(true));
        var status = definition.path("status");
        update(
                study,
                combine(
                        set("newest", version),
                        set("statusDefined", DefinitionReader.text(DefinitionReader.open(status))),
                        set("statusDefinedAsOf", DefinitionReader.text(status.path("asOf")))));
    }

    private void opened(Heard heard) {
        var data = heard.data();
        var id = heard.text("study") + "/" + heard.text("site");
        var cap = data.path("cap");
        var document = new Document("_id", id)
                .append("study", heard.text("study"))
                .append("site", heard.text("site"))
                .append("zone", heard.text("zone"))
                .append("cap", cap.isIntegralNumber() ? cap.intValue() : null)
                .append("openedOn", heard.text("openedOn"));
        sites.replaceOne(eq("_id", id), document, new ReplaceOptions().upsert(true));
    }

    private void update(String study, Bson change) {
        studies.updateOne(eq("_id", study), change, new UpdateOptions().upsert(true));
    }

    @Override
    public Optional<Study> find(String study) {
        return found(study, known -> List.of());
    }

    @Override
    public Optional<Study> find(String study, String site) {
        return found(
                study,
                known -> known.getEmbedded(List.of(AT_SITES, site), new Document()).entrySet().stream()
                        .map(each -> new Activation(
                                Integer.parseInt(each.getKey()), LocalDate.parse((String) each.getValue())))
                        .toList());
    }

    /** The latest version in force: no site goes back from its own, and what holds everywhere later holds there too. */
    private Optional<Study> found(String study, Function<Document, List<Activation>> ofTheSite) {
        var known = studies.find(eq("_id", study)).first();
        var newest = known == null ? null : known.getInteger("newest");
        if (known == null || newest == null) {
            return Optional.empty();
        }
        var atSite = ofTheSite.apply(known);
        int everywhere = known.getInteger("activatedVersion", newest);
        int here = atSite.stream().mapToInt(Activation::version).max().orElse(0);
        return Optional.of(new Study(
                version(study, Math.max(everywhere, here)),
                Stream.concat(activations(known).stream(), atSite.stream()).toList(),
                standing(known),
                sites.find(eq("study", study)).map(MongoStudies::site).into(new ArrayList<>())));
    }

    @Override
    public List<String> all() {
        return studies.find()
                .sort(Sorts.ascending("_id"))
                .map(study -> study.getString("_id"))
                .into(new ArrayList<>());
    }

    @Override
    public Optional<Protocol> protocol(String study, int version) {
        var known = definitions.countDocuments(eq("_id", id(study, version))) > 0;
        return known ? Optional.of(version(study, version)) : Optional.empty();
    }

    private static List<Activation> activations(Document study) {
        var all = study.get("activations", Document.class);
        if (all != null) {
            return all.keySet().stream()
                    .map(version -> new Activation(Integer.parseInt(version), LocalDate.parse(all.getString(version))))
                    .toList();
        }
        var version = study.getInteger("activatedVersion");
        return version == null
                ? List.of()
                : List.of(new Activation(version, LocalDate.parse(study.getString("activatedOn"))));
    }

    /** The last change of the status, or else what the definition says. */
    private static Standing standing(Document study) {
        var changed = study.getString("status");
        return changed == null
                ? new Standing(Recruitment.of(study.get("statusDefined", "")), stated(study, "statusDefinedAsOf"), null)
                : new Standing(Recruitment.of(changed), stated(study, "statusAsOf"), stated(study, "statusReason"));
    }

    private static @Nullable String stated(Document study, String field) {
        var text = study.getString(field);
        return text == null || text.isEmpty() ? null : text;
    }

    /** A version never changes, so it is read once. */
    private Protocol version(String study, int version) {
        return read.computeIfAbsent(id(study, version), id -> {
            var stored = definitions.find(eq("_id", id)).first();
            if (stored == null) {
                throw new IllegalStateException("definition " + id + " was activated and never told");
            }
            return DefinitionReader.read(study, version, json.readTree(stored.getString("definition")));
        });
    }

    private static Site site(Document stored) {
        return new Site(
                stored.getString("site"),
                zone(stored.getString("zone")),
                stored.getInteger("cap"),
                LocalDate.parse(stored.getString("openedOn")));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    private static String id(String study, int version) {
        return study + "/" + version;
    }
}
