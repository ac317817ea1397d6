package io.equipoise.adverseevent.domain;

import static io.equipoise.adverseevent.domain.Wards.ADMITTED;
import static io.equipoise.adverseevent.domain.Wards.ANNA;
import static io.equipoise.adverseevent.domain.Wards.AN_HOUR_IN;
import static io.equipoise.adverseevent.domain.Wards.MILD_REPORTED;
import static io.equipoise.adverseevent.domain.Wards.REACTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.AdverseEventFact.AdverseEventAmended;
import io.equipoise.adverseevent.domain.CodedEvent.Code;
import io.equipoise.adverseevent.domain.EventCoded.Match;
import io.equipoise.adverseevent.domain.Recoding.Change;
import io.equipoise.adverseevent.domain.Recoding.CodedLine;
import io.equipoise.platform.Specification;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The term as reported and as coded by a person; the terms are made up. */
class CodedEventSpec extends Specification<CodedEvent, Code, SafetyFact> {
    private static final DictionaryTerm REACTED =
            new DictionaryTerm("M010", "Infusion-related Reaction", null, List.of(1, 2));
    private static final DictionaryTerm WARMTH = new DictionaryTerm("M004", "Warmth of the arm", null, List.of());
    private static final EventCoded CODED = coded("1", REACTED, Match.NORMALISED, null);

    CodedEventSpec() {
        super(CodedEvent.DECIDER);
    }

    @Test
    void a_person_codes_an_event_and_the_term_as_reported_stays() {
        given(MILD_REPORTED).when(code("1", REACTED, null)).then(CODED);
        assertThat(CODED.reported()).isEqualTo("Infusion related reaction");
        assertThat(CODED.words()).isEqualTo("Coded: Infusion-related Reaction (MADE_UP 1, M010)");
    }

    @ParameterizedTest
    @CsvSource({
        "Fever,Fever,EXACT",
        "Fever,FEVER,NORMALISED",
        "'  Infusion-related  reaction',Infusion related reaction,NORMALISED",
        "Fever,Chills,JUDGED"
    })
    void how_near_two_terms_are(String reported, String term, Match match) {
        assertThat(Match.of(reported, term)).isEqualTo(match);
    }

    @Test
    void another_code_needs_a_reason_and_the_same_changes_nothing() {
        var said = given(MILD_REPORTED, CODED);
        said.when(code("1", REACTED, null)).then();
        said.when(code("1", WARMTH, null)).refused("REASON_MISSING");
        said.when(code("1", WARMTH, "only the arm")).then(coded("1", WARMTH, Match.JUDGED, "only the arm"));
    }

    @Test
    void the_same_code_in_a_new_version_needs_none() {
        given(MILD_REPORTED, CODED).when(code("2", REACTED, null)).then(coded("2", REACTED, Match.NORMALISED, null));
    }

    @Test
    void a_grade_that_the_term_does_not_have_is_refused() {
        var worse = new AdverseEventAmended(REACTION, ANNA, 2, ADMITTED, AN_HOUR_IN, null, "admitted");
        assertThat(given(MILD_REPORTED, worse)
                        .when(code("1", REACTED, null))
                        .refused("GRADE_NOT_AVAILABLE")
                        .detail())
                .contains("[1, 2]", "not 3");
    }

    @Test
    void what_is_not_there_cannot_be_coded() {
        given().when(code("1", REACTED, null)).refused("ADVERSE_EVENT_UNKNOWN");
        assertThat(given(MILD_REPORTED)
                        .when(code("1", null, null))
                        .refused("CODE_UNKNOWN")
                        .pointers())
                .containsExactly("/code");
        given(MILD_REPORTED).when(code("1", REACTED, "x".repeat(2_001))).refused("REASON_TOO_LONG");
    }

    @Test
    void a_new_version_makes_work_that_says_what_changed() {
        var line = new CodedLine("AE-1", "01", "Fever", "Fever", "1", "M002", "Fever");
        var same = new DictionaryTerm("M002", "Fever", null, List.of());
        var renamed = new DictionaryTerm("M002", "Pyrexia", null, List.of());
        var amended = new CodedLine("AE-1", "01", "Chills", "Fever", "1", "M002", "Fever");
        assertThat(Recoding.of(line, same).change()).isEqualTo(Change.SAME);
        assertThat(Recoding.of(line, renamed).change()).isEqualTo(Change.RENAMED);
        assertThat(Recoding.of(line, renamed).now()).isEqualTo("Pyrexia");
        assertThat(Recoding.of(line, null).change()).isEqualTo(Change.GONE);
        assertThat(Recoding.of(amended, same).change()).isEqualTo(Change.REPORTED_ANEW);
    }

    private static Code code(String version, @Nullable DictionaryTerm term, @Nullable String reason) {
        return new Code("MADE_UP", version, term, reason);
    }

    private static EventCoded coded(String version, DictionaryTerm term, Match match, @Nullable String reason) {
        return new EventCoded(
                REACTION,
                ANNA,
                "MADE_UP",
                version,
                term.code(),
                term.term(),
                "Infusion related reaction",
                match,
                reason);
    }
}
