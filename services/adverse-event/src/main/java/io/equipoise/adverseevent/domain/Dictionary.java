package io.equipoise.adverseevent.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.adverseevent.domain.DictionaryFact.DictionaryUploaded;
import io.equipoise.platform.Decider;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The versions of one dictionary in the order of their uploads. None is shipped: MedDRA and its like are licensed. */
public record Dictionary(List<DictionaryUploaded> versions) {
    public static final Decider<Dictionary, Upload, SafetyFact> DECIDER =
            new Decider<>(new Dictionary(List.of()), Dictionary::decide, Dictionary::evolve);

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_TERM = 250;
    private static final int HIGHEST_GRADE = 5;

    public Dictionary {
        versions = List.copyOf(versions);
    }

    /** Put a version on record. */
    public record Upload(DictionaryUploaded version) {}

    /** Where a dictionary's versions are kept. */
    public static String stream(String dictionary) {
        return "dictionary/" + dictionary;
    }

    public Optional<DictionaryUploaded> newest() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
    }

    public Optional<DictionaryUploaded> version(String version) {
        return versions.stream().filter(each -> each.version().equals(version)).findFirst();
    }

    /** What no upload may hold, looked at before anything is kept. */
    public static Optional<Refusal> firstBroken(
            String dictionary, String version, String language, List<DictionaryTerm> terms) {
        if (!NAME.matcher(dictionary).matches()) {
            return invalid("/dictionary", "a dictionary is named like CTCAE: capitals, digits and _, 1 to 40");
        }
        if (!SafetyInformation.isLine(version, LONGEST_CODE)) {
            return invalid("/version", "name the version in 1 to 40 characters on one line");
        }
        if (!LANGUAGE.matcher(language).matches()) {
            return invalid("/language", "a language is two small letters (ISO 639-1)");
        }
        return terms.isEmpty() ? invalid("/terms", "a dictionary has terms") : terms(terms);
    }

    private static Optional<Refusal> terms(List<DictionaryTerm> terms) {
        var codes = new HashSet<String>();
        for (int i = 0; i < terms.size(); i++) {
            var each = terms.get(i);
            if (!SafetyInformation.isLine(each.code(), LONGEST_CODE) || !codes.add(each.code())) {
                return invalid("/terms/" + i + "/code", "a code has 1 to 40 characters and is there once");
            }
            if (!SafetyInformation.isLine(each.term(), LONGEST_TERM)) {
                return invalid("/terms/" + i + "/term", "a term has 1 to 250 characters on one line");
            }
            if (each.organClass() != null && !SafetyInformation.isLine(each.organClass(), LONGEST_TERM)) {
                return invalid(
                        "/terms/" + i + "/organClass", "a system organ class has 1 to 250 characters on one line");
            }
            if (each.grades().stream().anyMatch(grade -> grade < 1 || grade > HIGHEST_GRADE)) {
                return invalid("/terms/" + i + "/grades", "grades are 1 to 5");
            }
        }
        for (int i = 0; i < terms.size(); i++) {
            var preferred = terms.get(i).preferred();
            if (preferred != null && !codes.contains(preferred)) {
                return invalid("/terms/" + i + "/preferred", "no term has this code");
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> invalid(String pointer, String detail) {
        return Optional.of(Refusal.invalid("DICTIONARY_INVALID", detail, pointer));
    }

    private static Decision<SafetyFact> decide(Dictionary state, Upload command) {
        var next = command.version();
        var same = state.version(next.version());
        if (same.isEmpty()) {
            return accept(next);
        }
        return same.get().equals(next)
                ? accept()
                : refuse(Refusal.conflict(
                        "DICTIONARY_VERSION_EXISTS",
                        "this version is on record with other terms; a version never changes",
                        "/version"));
    }

    private static Dictionary evolve(Dictionary state, SafetyFact fact) {
        return switch (fact) {
            case DictionaryUploaded uploaded -> {
                var more = new ArrayList<>(state.versions);
                more.add(uploaded);
                yield new Dictionary(more);
            }
            case SafetyFact foreign -> throw new IllegalStateException("not about a dictionary: " + foreign);
        };
    }
}
