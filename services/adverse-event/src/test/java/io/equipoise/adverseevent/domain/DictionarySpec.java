package io.equipoise.adverseevent.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.Dictionary.Upload;
import io.equipoise.adverseevent.domain.DictionaryFact.DictionaryUploaded;
import io.equipoise.platform.Specification;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dictionaries that their holder brings; the terms here are made up and none of them is MedDRA's. */
class DictionarySpec extends Specification<Dictionary, Upload, SafetyFact> {
    private static final DictionaryUploaded FIRST = new DictionaryUploaded("MADE_UP", "1", "en", 4, "aa");
    private static final DictionaryUploaded SECOND = new DictionaryUploaded("MADE_UP", "2", "en", 3, "bb");
    private static final DictionaryTerm FEVER = new DictionaryTerm("M002", "Made-up fever", null, List.of());

    DictionarySpec() {
        super(Dictionary.DECIDER);
    }

    @Test
    void a_version_is_kept_and_the_newest_is_the_last() {
        given().when(new Upload(FIRST)).then(FIRST);
        given(FIRST).when(new Upload(SECOND)).then(SECOND);
        var state = Dictionary.DECIDER.replay(List.of(FIRST, SECOND));
        assertThat(state.newest()).contains(SECOND);
        assertThat(state.version("1")).contains(FIRST);
    }

    @Test
    void a_version_never_changes() {
        given(FIRST).when(new Upload(FIRST)).then();
        given(FIRST)
                .when(new Upload(new DictionaryUploaded("MADE_UP", "1", "en", 4, "cc")))
                .refused("DICTIONARY_VERSION_EXISTS");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        made up | 1   | en | /dictionary
        MADE_UP | ' ' | en | /version
        MADE_UP | 1   | EN | /language
        """)
    void an_upload_that_cannot_be_named_is_refused_by_field(
            String dictionary, String version, String language, String pointer) {
        assertThat(Dictionary.firstBroken(dictionary, version, language, List.of(FEVER))
                        .orElseThrow()
                        .pointers())
                .containsExactly(pointer);
    }

    @Test
    void terms_that_cannot_be_are_refused_by_field() {
        assertThat(broken()).isEqualTo("/terms");
        assertThat(broken(FEVER, FEVER)).isEqualTo("/terms/1/code");
        assertThat(broken(new DictionaryTerm("", "x", null, List.of()))).isEqualTo("/terms/0/code");
        assertThat(broken(FEVER, new DictionaryTerm("M3", "two\nlines", null, List.of())))
                .isEqualTo("/terms/1/term");
        assertThat(broken(new DictionaryTerm("M3", "x", null, List.of(6)))).isEqualTo("/terms/0/grades");
        assertThat(broken(new DictionaryTerm("M3", "x", "M4", List.of()))).isEqualTo("/terms/0/preferred");
        assertThat(Dictionary.firstBroken("MADE_UP", "1", "en", List.of(FEVER))).isEmpty();
    }

    private static String broken(DictionaryTerm... terms) {
        return Dictionary.firstBroken("MADE_UP", "1", "en", List.of(terms))
                .orElseThrow()
                .pointers()
                .getFirst();
    }
}
