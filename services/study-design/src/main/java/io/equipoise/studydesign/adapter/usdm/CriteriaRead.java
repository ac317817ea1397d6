package io.equipoise.studydesign.adapter.usdm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who may take part, as text: a criterion of USDM has no expression, so each becomes a rule that nobody evaluates. */
record CriteriaRead(Basis basis) {
    private static final Pattern TAG = Pattern.compile("<usdm:tag name=\"([^\"]*)\"\\s*/?>(</usdm:tag>)?");
    private static final Pattern REFERENCE =
            Pattern.compile("id=\"([^\"]*)\"\\s+attribute=\"([^\"]*)\"|attribute=\"([^\"]*)\"\\s+id=\"([^\"]*)\"");

    void into(Map<String, Object> definition, Thing version, Thing design) {
        version.things("eligibilityCriterionItems"); // those that a criterion names are read, the others are left over
        var names = new ShortNames();
        var rules = Chains.inOrder(design.things("eligibilityCriteria")).stream()
                .map(criterion -> rule(criterion, names))
                .toList();
        var eligibility = new LinkedHashMap<String, Object>();
        design.thing("population").ifPresent(population -> people(population, definition, eligibility));
        if (!rules.isEmpty()) {
            eligibility.put("rules", rules);
        }
        if (!eligibility.isEmpty()) {
            definition.put("eligibility", eligibility);
        }
    }

    private void people(Thing population, Map<String, Object> definition, Map<String, Object> eligibility) {
        population.refs("criterionIds");
        var sexes = population.codes("plannedSex");
        if (!sexes.isEmpty()) {
            eligibility.put("sex", sex(sexes));
        }
        if (population.node().path("includesHealthySubjects").isBoolean()) {
            var healthy = population.yes("includesHealthySubjects");
            definition.put(
                    "population",
                    healthy
                            ? basis.unknown("healthy subjects are included")
                            : basis.read(
                                    "PATIENTS", "includesHealthySubjects: false", "without healthy people: patients"));
            eligibility.put(
                    "healthyVolunteers",
                    basis.stated(healthy ? "ACCEPTED" : "REFUSED", "includesHealthySubjects: " + healthy));
        }
        population.leave("plannedAge", "an age is a rule; the criteria are taken over in their own words");
    }

    private Map<String, Object> sex(List<String> words) {
        var said = String.join(", ", words);
        if (said.equals("Both") || words.size() == 2) {
            return basis.stated("ALL", said);
        }
        return said.equals("Female") || said.equals("Male")
                ? basis.stated(ShortNames.plain(said), said)
                : basis.unknown(said);
    }

    private static Map<String, Object> rule(Thing criterion, ShortNames names) {
        var category = criterion.code("category").orElse("");
        if (!category.startsWith("Inclusion") && !category.startsWith("Exclusion")) {
            throw Unusable.malformed(
                    "A criterion includes or excludes; this one says '" + category + "'.",
                    criterion.pointer() + "/category");
        }
        var item = criterion
                .ref("criterionItemId")
                .orElseThrow(() -> Unusable.malformed(
                        "A criterion names the item with its words.", criterion.pointer() + "/criterionItemId"));
        var text = plain(item);
        if (text.isBlank()) {
            throw Unusable.malformed("A criterion has words.", item.pointer() + "/text");
        }
        var rule = Fields.of("rule", names.of(criterion.text("name").orElseGet(criterion::title)));
        rule.put("kind", category.startsWith("Inclusion") ? "INCLUSION" : "EXCLUSION");
        rule.put("text", text);
        rule.put("slot", true);
        return rule;
    }

    /** The words without their markup; a tag is replaced by what its dictionary points to, or stays in brackets. */
    static String plain(Thing item) {
        var text = TAG.matcher(item.text("text").orElse(""))
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                        meaning(item, found.group(1)).orElse("[" + found.group(1) + "]")));
        return text.replaceAll("<li>", " – ")
                .replaceAll("<[^>]*>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .replaceAll(" (?=[;,.])", "")
                .strip();
    }

    private static Optional<String> meaning(Thing item, String tag) {
        return item.ref("dictionaryId").stream()
                .flatMap(dictionary -> dictionary.things("parameterMaps").stream())
                .filter(map -> map.text("tag").filter(tag::equals).isPresent())
                .flatMap(map -> map.text("reference").stream())
                .flatMap(reference -> pointed(item.file(), reference).stream())
                .findFirst();
    }

    private static Optional<String> pointed(UsdmFile file, String reference) {
        var found = REFERENCE.matcher(reference);
        if (!found.find()) {
            return Optional.empty();
        }
        var id = found.group(1) != null ? found.group(1) : found.group(4);
        var attribute = found.group(2) != null ? found.group(2) : found.group(3);
        var target = file.find(id);
        return target == null
                ? Optional.empty()
                : target.number(attribute)
                        .or(() -> Optional.of(target.node().path(attribute))
                                .filter(tools.jackson.databind.JsonNode::isString)
                                .map(tools.jackson.databind.JsonNode::stringValue));
    }
}
