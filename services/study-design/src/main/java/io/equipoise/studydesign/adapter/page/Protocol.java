package io.equipoise.studydesign.adapter.page;

import io.equipoise.studydesign.application.KeptVersions.Kept;
import io.equipoise.studydesign.domain.Definition;
import io.equipoise.studydesign.domain.Gap;
import io.equipoise.studydesign.domain.Need;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A protocol as a reader meets it: what is missing, what is said and on which basis, and what happens when. */
public record Protocol(
        String study,
        String title,
        int version,
        String keptBy,
        String keptAt,
        List<Gap> gaps,
        Map<String, List<Value>> sections,
        Schedule schedule,
        Picture picture,
        Definition definition) {
    private static final Map<String, String> SECTIONS = sectionNames();
    private static final Set<String> LISTED = Set.of("/visits", "/assessments", "/outcomes");

    static Protocol of(Kept kept) {
        var definition = kept.definition();
        return new Protocol(
                definition.study(),
                definition.title(),
                kept.version(),
                kept.by(),
                kept.at().toString().substring(0, 10),
                Need.gaps(definition),
                values(definition),
                Schedule.of(definition),
                Picture.of(definition),
                definition);
    }

    private static Map<String, String> sectionNames() {
        var names = new LinkedHashMap<String, String>();
        names.put("", "The study");
        names.put("design", "Design");
        names.put("eligibility", "Who may take part");
        names.put("products", "Products");
        names.put("dosing", "What is given");
        names.put("imaging", "Images");
        names.put("safety", "Safety");
        names.put("consent", "Consent");
        names.put("questions", "Open questions");
        return names;
    }

    private static Map<String, List<Value>> values(Definition definition) {
        var sections = new LinkedHashMap<String, List<Value>>();
        SECTIONS.values().forEach(name -> sections.put(name, new ArrayList<>()));
        for (var value : definition.openValues()) {
            var steps = value.path().substring(1).split("/", -1);
            var section = SECTIONS.get(steps.length == 1 ? "" : steps[0]);
            if (section != null && !(LISTED.contains(value.path()) && !value.unknown())) {
                sections.getOrDefault(section, new ArrayList<>()).add(Value.of(label(definition, steps), value));
            }
        }
        sections.values().removeIf(List::isEmpty);
        return sections;
    }

    /** A step into a list is called as the thing there is called. */
    private static String label(Definition definition, String[] steps) {
        var label = new StringBuilder();
        var pointer = new StringBuilder("/" + steps[0]);
        for (int n = 1; n < steps.length; n++) {
            pointer.append('/').append(steps[n]);
            if (steps[n].matches("[0-9]+") && definition.at(pointer.toString()) instanceof Map<?, ?> there) {
                var title = there.get("title") == null ? there.get("text") : there.get("title");
                label.append(title == null ? "" : title + ": ");
            }
        }
        return label + Words.label(steps[steps.length - 1]);
    }

    public long count(String flag) {
        return sections.values().stream()
                .flatMap(List::stream)
                .filter(value -> value.flag().equals(flag))
                .count();
    }

    public List<Map<String, Object>> arms() {
        return definition.list("/design/arms");
    }

    public List<Map<String, Object>> rules() {
        return definition.list("/eligibility/rules");
    }

    public List<Map<String, Object>> outcomes() {
        return definition.list("/outcomes/value");
    }

    public List<Assessed> assessed() {
        return Assessed.of(definition);
    }

    public List<Map<String, Object>> contradictions() {
        return definition.list("/contradictions");
    }

    /** The basis of the visits, which stand in the schedule and not among the values. */
    public List<Value> scheduleBasis() {
        return basis("/visits");
    }

    public List<Value> assessedBasis() {
        return basis("/assessments");
    }

    public List<Value> outcomesBasis() {
        return basis("/outcomes");
    }

    private List<Value> basis(String... paths) {
        return Stream.of(paths)
                .flatMap(path -> definition.mentioned(path).stream())
                .filter(value -> !value.unknown())
                .map(value -> Value.of(Words.label(value.path().substring(1)), value))
                .toList();
    }

    /** What the source prints about a gap, where that says more than the gap's name. */
    public String printed(Gap gap) {
        var text = gap.text();
        return text == null || gap.what().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)) ? "" : text;
    }
}
