package io.equipoise.studydesign.adapter.usdm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which study a file is about: its identifiers, titles, phase, sponsor, purpose and conditions. */
record IdentityRead(Basis basis) {
    private static final int LONGEST = 24;
    private static final List<String> TITLES =
            List.of("Official Study Title", "Public Study Title", "Brief Study Title", "Study Acronym");
    private static final Map<String, String> PHASES = Map.ofEntries(
            Map.entry("EARLY PHASE I TRIAL", "EARLY_PHASE_1"),
            Map.entry("PHASE 0 TRIAL", "EARLY_PHASE_1"),
            Map.entry("PHASE I TRIAL", "PHASE_1"),
            Map.entry("PHASE I/II TRIAL", "PHASE_1_2"),
            Map.entry("PHASE II TRIAL", "PHASE_2"),
            Map.entry("PHASE II/III TRIAL", "PHASE_2_3"),
            Map.entry("PHASE III TRIAL", "PHASE_3"),
            Map.entry("PHASE IV TRIAL", "PHASE_4"),
            Map.entry("NOT APPLICABLE", "NOT_APPLICABLE"));

    void into(Map<String, Object> definition, Thing study, Thing version, Thing design) {
        var names = names(version);
        var name = names.stream().filter(each -> each.matches("NCT[0-9]{8}")).findFirst();
        definition.put("study", name.orElseGet(() -> squeezed(names, version)));
        var aliases = new LinkedHashSet<>(names);
        study.text("name").ifPresent(aliases::add);
        var titles = titles(version);
        definition.put("title", titles.isEmpty() ? study.title() : titles.getFirst());
        aliases.addAll(titles.subList(Math.min(1, titles.size()), titles.size()));
        aliases.remove(definition.get("study"));
        aliases.remove(definition.get("title"));
        if (!aliases.isEmpty()) {
            definition.put("aliases", List.copyOf(aliases));
        }
        if (design.is("InterventionalStudyDesign")) {
            definition.put("record", "INTERVENTIONAL_TRIAL");
            design.thing("studyType").ifPresent(type -> type.text("decode"));
        }
        phase(design).ifPresent(phase -> definition.put("phase", phase));
        sponsor(version).ifPresent(sponsor -> definition.put("sponsor", basis.stated(sponsor, sponsor)));
        purpose(design).ifPresent(purpose -> definition.put("purpose", purpose));
        conditions(design).ifPresent(conditions -> definition.put("conditions", conditions));
    }

    private static List<String> names(Thing version) {
        var names = version.things("studyIdentifiers").stream()
                .flatMap(identifier -> identifier.text("text").stream())
                .toList();
        if (names.isEmpty()) {
            throw Unusable.malformed("A study has an identifier.", version.pointer() + "/studyIdentifiers");
        }
        return names;
    }

    private static String squeezed(List<String> names, Thing version) {
        var name = names.getFirst().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        if (name.isEmpty() || name.length() > LONGEST) {
            throw Unusable.malformed(
                    "No identifier has between 1 and " + LONGEST + " letters and digits: it would be the study's name.",
                    version.pointer() + "/studyIdentifiers");
        }
        return name;
    }

    private static List<String> titles(Thing version) {
        var byKind = new LinkedHashMap<String, String>();
        for (var title : version.things("titles")) {
            title.text("text").ifPresent(text -> byKind.put(title.code("type").orElse(""), text));
        }
        var ordered = new ArrayList<String>();
        TITLES.forEach(kind -> Optional.ofNullable(byKind.remove(kind)).ifPresent(ordered::add));
        ordered.addAll(byKind.values());
        return ordered.stream().distinct().toList();
    }

    private Optional<Object> phase(Thing design) {
        return design.code("studyPhase")
                .map(words -> Optional.<Object>ofNullable(PHASES.get(words.toUpperCase(Locale.ROOT)))
                        .<Object>map(phase -> basis.stated(phase, words))
                        .orElseGet(() -> basis.unknown(words)));
    }

    private static Optional<String> sponsor(Thing version) {
        return version.things("roles").stream()
                .filter(role -> role.code("code").filter("Sponsor"::equals).isPresent())
                .flatMap(role -> role.refs("organizationIds").stream())
                .map(Thing::title)
                .findFirst();
    }

    private Optional<Object> purpose(Thing design) {
        var intents = design.codes("intentTypes");
        if (intents.size() != 1) {
            return intents.isEmpty() ? Optional.empty() : Optional.of(basis.unknown(String.join(" / ", intents)));
        }
        var words = intents.getFirst();
        return Optional.of(basis.stated(ShortNames.plain(words.replaceAll("(?i) study$", "")), words));
    }

    private Optional<Object> conditions(Thing design) {
        var words = design.things("indications").stream()
                .map(Thing::title)
                .distinct()
                .toList();
        return words.isEmpty() ? Optional.empty() : Optional.of(basis.stated(words, String.join("; ", words)));
    }
}
