package io.equipoise.operations.adapter.mongo;

import io.equipoise.platform.consume.Heard;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Studies and their sites. */
final class StudyFold {
    private final Shelf studies;
    private final Shelf sites;
    private final Shelf versions;

    StudyFold(Shelf studies, Shelf sites, Shelf versions) {
        this.studies = studies;
        this.sites = sites;
        this.versions = versions;
    }

    void apply(Heard heard) {
        var data = heard.data();
        var study = data.path("study").asString("");
        switch (heard.type()) {
            case "StudyDefined.v1" -> {
                studies.fold(study, heard, document -> defined(document, data));
                versions.fold(
                        study + "/" + data.path("version").asInt(0),
                        heard,
                        document -> document.append("marks", Marks.of(data.path("definition"))));
            }
            case "StudyActivated.v1" ->
                studies.fold(
                        study,
                        heard,
                        document -> document.append(
                                "activatedOn", data.path("activatedOn").asString()));
            case "StudyStatusChanged.v1" ->
                studies.fold(
                        study,
                        heard,
                        document -> Shelf.put(
                                document,
                                "statuses",
                                String.valueOf(heard.version()),
                                new Document("order", heard.version())
                                        .append("status", data.path("status").asString())
                                        .append("asOf", Fields.text(data, "asOf"))
                                        .append("reason", Fields.text(data, "reason"))));
            case "SiteOpened.v1" ->
                sites.fold(study + "/" + data.path("site").asString(""), heard, document -> site(document, data));
            default -> {
                // not of a study or its sites
            }
        }
    }

    private static void defined(Document document, JsonNode data) {
        var definition = data.path("definition");
        document.append("title", data.path("title").asString(""))
                .append("definitionVersion", data.path("version").asInt(0))
                .append("definedStatus", Fields.text(definition.path("status"), "value"))
                .append("definedAsOf", Fields.text(definition.path("status"), "asOf"))
                .append("planned", planned(definition.path("plannedSites")))
                .append("open", gaps(data.path("gaps"), definition))
                .append("stances", Stances.of(definition))
                .append("rules", rules(definition.path("eligibility").path("rules")));
        var design = definition.path("design");
        var target = design.path("target").path("value");
        document.append("target", target.isNumber() ? target.asInt() : null)
                .append("impactWithin", Fields.text(design.path("codeBreakImpactWithin"), "value"));
    }

    private static @Nullable Document planned(JsonNode plan) {
        var value = plan.path("value");
        return plan.path("basis").asString("").equals("unknown") || !value.isObject()
                ? null
                : new Document("sites", number(value.path("sites")))
                        .append("countries", number(value.path("countries")));
    }

    private static @Nullable Integer number(JsonNode node) {
        return node.isIntegralNumber() ? node.asInt() : null;
    }

    /** A gap is told as a pointer, or as an object that has one; what is open is said there in the definition. */
    private static List<Document> gaps(JsonNode gaps, JsonNode definition) {
        var open = new ArrayList<Document>();
        gaps.forEach(gap -> {
            var path = gap.isObject() ? gap.path("path").asString("") : gap.asString("");
            var said = gap.path("what").asString(gap.path("text").asString(""));
            open.add(new Document("path", path)
                    .append("what", said.isEmpty() ? what(path, definition) : said)
                    .append("blocks", Fields.text(gap, "blocks")));
        });
        return open;
    }

    private static String what(String path, JsonNode definition) {
        var node = path.startsWith("/") ? definition.at(path) : definition.path(path);
        return node.path("text").asString(path.substring(path.lastIndexOf('/') + 1));
    }

    private static List<Document> rules(JsonNode rules) {
        var texts = new ArrayList<Document>();
        rules.forEach(rule -> texts.add(new Document("rule", rule.path("rule").asString(""))
                .append("text", rule.path("text").asString(rule.path("rule").asString("")))));
        return texts;
    }

    private static void site(Document document, JsonNode data) {
        document.append("site", data.path("site").asString(""))
                .append("name", data.path("name").asString(""))
                .append(
                        "country",
                        data.path("country").asString("").isBlank()
                                ? null
                                : data.path("country").asString(""))
                .append("zone", data.path("zone").asString("UTC"))
                .append("cap", data.path("cap").isNumber() ? data.path("cap").asInt() : null)
                .append("openedOn", data.path("openedOn").asString());
    }
}
