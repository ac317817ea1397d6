package io.equipoise.adverseevent.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.application.Dictionaries.Draft;
import io.equipoise.adverseevent.domain.Dictionary;
import io.equipoise.adverseevent.domain.DictionaryTerm;
import io.equipoise.adverseevent.domain.OrganClass;
import io.equipoise.adverseevent.domain.Recoding.CodedLine;
import io.equipoise.platform.command.CommandHandler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** In which class an event counts, by dictionaries that are made up. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OrganClassesTest {
    private final Ward ward = new Ward();
    private final Map<String, List<CodedLine>> coded = new HashMap<>();
    private final Dictionaries dictionaries =
            new Dictionaries(new CommandHandler<>(ward.journal, Dictionary.DECIDER), new Shelf());
    private final OrganClasses classes = new OrganClasses(
            new CodedEvents() {
                @Override
                public Set<String> dictionaries(String study) {
                    return coded.keySet();
                }

                @Override
                public List<CodedLine> ofStudy(String study, String dictionary) {
                    return coded.getOrDefault(dictionary, List.of());
                }
            },
            dictionaries);

    /** Terms in memory. */
    private static final class Shelf implements TermStore {
        private final Map<String, List<DictionaryTerm>> kept = new HashMap<>();

        @Override
        public void keep(String sha256, List<DictionaryTerm> terms) {
            kept.put(sha256, terms);
        }

        @Override
        public Optional<DictionaryTerm> byCode(String sha256, String code) {
            return kept.get(sha256).stream()
                    .filter(term -> term.code().equals(code))
                    .findFirst();
        }

        @Override
        public List<DictionaryTerm> byWords(String sha256, String text) {
            return List.of();
        }
    }

    @BeforeEach
    void dictionaries_are_there() {
        upload(
                "MEDDRA",
                new DictionaryTerm("1", "Lightheaded", "2", List.of()),
                new DictionaryTerm("2", "Dizziness", null, List.of(), "Made-up nerves"),
                new DictionaryTerm("3", "Something", null, List.of()));
        upload(
                "CTCAE",
                new DictionaryTerm("D", "Dizziness", null, List.of(1, 2, 3), "Made-up ears"),
                new DictionaryTerm("F", "Fever", null, List.of(), "Made-up general"));
    }

    private void upload(String dictionary, DictionaryTerm... terms) {
        dictionaries.upload(new Draft(dictionary, "28.0", "en", List.of(terms)), ward.officer("upload-" + dictionary));
    }

    private void code(String event, String dictionary, String code, String term) {
        coded.merge(
                dictionary,
                List.of(new CodedLine(event, "01", "felt dizzy", "felt dizzy", "28.0", code, term)),
                (one, other) -> List.of(one.getFirst(), other.getFirst()));
    }

    @Test
    void a_term_counts_in_the_class_of_its_preferred_term() {
        code("AE-1", "MEDDRA", "1", "Lightheaded");
        assertThat(classes.ofStudy("S"))
                .containsExactly(Map.entry("AE-1", new OrganClass("Made-up nerves", "Dizziness", "MEDDRA 28.0")));
    }

    @Test
    void of_two_dictionaries_meddra_counts_and_another_only_where_it_says_nothing() {
        code("AE-1", "CTCAE", "D", "Dizziness");
        code("AE-1", "MEDDRA", "2", "Dizziness");
        code("AE-2", "CTCAE", "F", "Fever");
        code("AE-2", "MEDDRA", "3", "Something");
        assertThat(classes.ofStudy("S"))
                .containsOnly(
                        Map.entry("AE-1", new OrganClass("Made-up nerves", "Dizziness", "MEDDRA 28.0")),
                        Map.entry("AE-2", new OrganClass("Made-up general", "Fever", "CTCAE 28.0")));
    }

    @Test
    void an_event_that_nobody_coded_or_whose_term_has_no_class_is_in_none() {
        code("AE-1", "MEDDRA", "3", "Something");
        assertThat(classes.ofStudy("S")).isEmpty();
    }

    @Test
    void a_dictionary_without_classes_keeps_the_hash_that_it_had_before_there_were_any() {
        upload("OLD", new DictionaryTerm("1", "A term", null, List.of(1, 2)));
        assertThat(dictionaries.of("OLD").newest().orElseThrow().sha256())
                .isEqualTo("bdc1ad4608ddbadac52df3b8a8600b9142d980d50be3fd145b24bf3ada7f16ac");
    }
}
