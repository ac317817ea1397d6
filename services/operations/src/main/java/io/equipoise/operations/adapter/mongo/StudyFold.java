package io.equipoise.operations.adapter.mongo;

import io.equipoise.platform.consume.Heard;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import tools.jackson.databind.JsonNode;

/** Studies and their sites. */
final class StudyFold {
    private final Shelf studies;
    private final Shelf sites;

    StudyFold(Shelf studies, Shelf sites) {
        this.studies = studies;
        this.sites = sites;
    }

    void apply(Heard heard) {
        var data = heard.data();
        var study = data.path("study").asString("");
        switch (heard.type()) {
            case "StudyDefined.v1" -> studies.fold(study, heard, document -> defined(document, data));
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
                        document -> document.append(
                                        "status", data.path("status").asString())
                                .append("statusReason", Fields.text(data, "reason")));
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
                .append("gaps", gaps(data.path("gaps")))
                .append("stances", Stances.of(definition))
                .append("rules", rules(definition.path("eligibility").path("rules")));
        var target = definition.path("design").path("target").path("value");
        document.append("target", target.isNumber() ? target.asInt() : null);
    }

    /** A gap is told as a pointer, or as an object that has one. */
    private static List<String> gaps(JsonNode gaps) {
        var pointers = new ArrayList<String>();
        gaps.forEach(gap -> pointers.add(gap.isObject() ? gap.path("path").asString("") : gap.asString("")));
        return pointers;
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
                .append("country", data.path("country").asString(""))
                .append("zone", data.path("zone").asString("UTC"))
                .append("cap", data.path("cap").isNumber() ? data.path("cap").asInt() : null)
                .append("openedOn", data.path("openedOn").asString());
    }
}
