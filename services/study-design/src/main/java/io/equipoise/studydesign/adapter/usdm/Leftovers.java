package io.equipoise.studydesign.adapter.usdm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What of a file nobody looked at while it was taken over: nothing is lost without being named. */
final class Leftovers {
    private static final String NO_FIELD = "the language of definitions has no field for it";
    private static final Set<String> FORMAL = Set.of("id", "instanceType");
    private static final Map<String, String> WHY = Map.ofEntries(
            Map.entry("NarrativeContentItem", "the protocol's running text stays in its document"),
            Map.entry("StudyDefinitionDocument", "the protocol's running text stays in its document"),
            Map.entry("BiomedicalConcept", "an assessment has a title and an instrument, not its single measurements"),
            Map.entry(
                    "BiomedicalConceptSurrogate",
                    "an assessment has a title and an instrument, not its single measurements"),
            Map.entry("ScheduleTimeline", "beside the main one, a timeline runs when something befalls a person"),
            Map.entry("ExtensionAttribute", "extensions of other houses are not read"),
            Map.entry("Procedure", "an assessment has a title and an instrument, not its procedures"),
            Map.entry("StudyEpoch", "a study outside a crossover has no periods; its visits carry the days"),
            Map.entry("StudyCell", "which element an arm has in which epoch is not said where epochs are not"),
            Map.entry("StudyElement", "no administration is tied to it, so it plans nothing"),
            Map.entry("Estimand", "outcomes are kept, estimands are not"),
            Map.entry("AnalysisPopulation", "analysis is not planned here"),
            Map.entry(
                    "StudyAmendment", "a version is kept as it is sent; what an amendment changed is seen between two"),
            Map.entry("Condition", "an assessment is made at a visit or it is not; conditions are not kept"),
            Map.entry("Organization", "of the organizations only the sponsor is kept; sites are opened one by one"),
            Map.entry("TransitionRule", "a visit begins on its day; rules in words are not kept"));

    private final UsdmFile file;
    private final Map<Kind, List<String>> found = new LinkedHashMap<>();

    private Leftovers(UsdmFile file) {
        this.file = file;
    }

    private record Kind(String type, @Nullable String attribute, String why) {}

    static List<Unmapped> of(UsdmFile file) {
        var left = new Leftovers(file);
        left.walk(file.root().path("study"), "/study");
        return left.found.entrySet().stream()
                .map(each -> new Unmapped(
                        each.getKey().type(),
                        each.getKey().attribute(),
                        each.getValue(),
                        each.getKey().why()))
                .toList();
    }

    private void walk(JsonNode here, String pointer) {
        if (here.isArray()) {
            for (int n = 0; n < here.size(); n++) {
                walk(here.get(n), pointer + "/" + n);
            }
        } else if (here.isObject() && !file.touched(pointer)) {
            var type = here.path("instanceType").asString("object");
            name(type, null, here, WHY.getOrDefault(type, NO_FIELD));
        } else if (here.isObject()) {
            here.properties().forEach(each -> attribute(here, pointer, each.getKey(), each.getValue()));
        }
    }

    private void attribute(JsonNode owner, String pointer, String name, JsonNode value) {
        var type = owner.path("instanceType").asString("object");
        var why = file.reason(pointer, name);
        if (why != null) {
            name(type, name, owner, why);
        } else if (FORMAL.contains(name) || empty(value)) {
            return;
        } else if (value.isObject() && !file.looked(pointer, name)) {
            name(type, name, owner, WHY.getOrDefault(value.path("instanceType").asString(""), NO_FIELD));
        } else if (holdsCodes(value) && !file.looked(pointer, name)) {
            name(type, name, owner, NO_FIELD);
        } else if (holdsObjects(value)) {
            walk(value, pointer + "/" + name);
        } else if (!file.looked(pointer, name) && !isCode(type)) {
            name(type, name, owner, NO_FIELD);
        }
    }

    private void name(String type, @Nullable String attribute, JsonNode owner, String why) {
        found.computeIfAbsent(new Kind(type, attribute, why), kind -> new ArrayList<>())
                .add(owner.path("id").asString("study"));
    }

    /** Of a code that was read, only its system and version are left: they say nothing of the study. */
    private static boolean isCode(String type) {
        return type.equals("Code") || type.equals("AliasCode");
    }

    private static boolean holdsCodes(JsonNode value) {
        return value.isArray() && isCode(value.get(0).path("instanceType").asString(""));
    }

    private static boolean holdsObjects(JsonNode value) {
        return value.isObject() || (value.isArray() && value.get(0).isObject());
    }

    private static boolean empty(JsonNode value) {
        return value.isNull()
                || (value.isArray() && value.isEmpty())
                || (value.isString() && value.stringValue().isBlank());
    }
}
