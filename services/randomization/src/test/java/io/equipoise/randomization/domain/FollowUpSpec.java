package io.equipoise.randomization.domain;

import static io.equipoise.randomization.domain.Trial.ANNA;
import static io.equipoise.randomization.domain.Trial.SITE;
import static io.equipoise.randomization.domain.Trial.STUDY;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.platform.Specification;
import io.equipoise.randomization.domain.AllocationEvent.CodeBreakAssessed;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** After a code break its impact on the trial is written down (domain rules 4.8: deviation and impact task). */
class FollowUpSpec extends Specification<FollowUp, AssessCodeBreak, AllocationEvent> {
    private static final Instant NIGHT = Instant.parse("2025-06-02T21:14:00Z");
    private static final Instant LATER = Instant.parse("2025-08-11T03:40:00Z");
    private static final String IMPACT = "The subject continues; the assessor of the endpoint stays blinded.";

    FollowUpSpec() {
        super(FollowUp.DECIDER);
    }

    @ParameterizedTest
    @EnumSource
    void the_impact_is_documented_with_whether_it_was_a_deviation(ProtocolDeviation deviation) {
        given().when(assessing(NIGHT, deviation.name(), "  " + IMPACT + " ")).then(assessed(NIGHT, deviation));
    }

    @Test
    void each_code_break_of_a_subject_is_assessed_by_itself() {
        given(assessed(NIGHT, ProtocolDeviation.NONE))
                .when(assessing(LATER, "IMPORTANT", IMPACT))
                .then(assessed(LATER, ProtocolDeviation.IMPORTANT));
    }

    @Test
    void what_is_documented_stands() {
        given(assessed(NIGHT, ProtocolDeviation.NONE))
                .when(assessing(NIGHT, "IMPORTANT", IMPACT))
                .refused("CODE_BREAK_ALREADY_ASSESSED");
    }

    @Test
    void a_code_that_was_not_broken_then_has_no_impact() {
        given().when(new AssessCodeBreak(ANNA, NIGHT, false, "NONE", IMPACT, "inv-01"))
                .refused("CODE_BREAK_UNKNOWN");
    }

    @Test
    void a_deviation_is_none_minor_or_important() {
        given().when(assessing(NIGHT, "MAJOR", IMPACT)).refused("DEVIATION_UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 4_001})
    void an_impact_is_described_neither_in_a_word_nor_in_a_book(int letters) {
        given().when(assessing(NIGHT, "NONE", "x".repeat(letters))).refused("IMPACT_LENGTH");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 4_000})
    void its_shortest_and_its_longest_are_accepted(int letters) {
        var impact = "x".repeat(letters);
        given().when(assessing(NIGHT, "NONE", impact))
                .then(new CodeBreakAssessed(
                        STUDY, ANNA.toString(), SITE, NIGHT, ProtocolDeviation.NONE, impact, "inv-01"));
    }

    @Test
    void neither_the_command_nor_the_fact_prints_what_was_written() {
        assertThat(assessing(NIGHT, "NONE", IMPACT).toString()).doesNotContain(IMPACT);
        assertThat(assessed(NIGHT, ProtocolDeviation.NONE).toString()).doesNotContain(IMPACT);
    }

    private static AssessCodeBreak assessing(Instant at, String deviation, String impact) {
        return new AssessCodeBreak(ANNA, at, true, deviation, impact, "inv-01");
    }

    private static CodeBreakAssessed assessed(Instant at, ProtocolDeviation deviation) {
        return new CodeBreakAssessed(STUDY, ANNA.toString(), SITE, at, deviation, IMPACT, "inv-01");
    }
}
