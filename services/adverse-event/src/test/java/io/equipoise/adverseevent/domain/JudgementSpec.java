package io.equipoise.adverseevent.domain;

import static io.equipoise.adverseevent.domain.Judges.investigator;
import static io.equipoise.adverseevent.domain.Judges.sponsor;
import static io.equipoise.adverseevent.domain.Wards.ANNA;
import static io.equipoise.adverseevent.domain.Wards.AN_HOUR_IN;
import static io.equipoise.adverseevent.domain.Wards.REACTION;
import static io.equipoise.adverseevent.domain.Wards.TOLD;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.AdverseEventFact.AdverseEventAmended;
import io.equipoise.adverseevent.domain.AdverseEventFact.AdverseEventReported;
import io.equipoise.adverseevent.domain.Finding.Answer;
import io.equipoise.adverseevent.domain.Judgement.Told;
import io.equipoise.adverseevent.domain.JudgementFact.CausalityAssessed;
import io.equipoise.adverseevent.domain.JudgementFact.ExpectednessAssessed;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an event is taken for: serious, suspected, unexpected (ICH E2A; 21 CFR 312.32(a); CTR 536/2014 Annex III 2). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class JudgementSpec {
    private static final Account UNRELATED_STAY = account(3, Relation.UNRELATED, Criterion.HOSPITALIZATION);
    private static final AdverseEventReported STAY = reported(UNRELATED_STAY);

    @ParameterizedTest
    @CsvSource({"UNRELATED,NO", "UNLIKELY,NO", "POSSIBLE,YES", "PROBABLE,YES", "DEFINITE,YES"})
    void suspected_from_a_reasonable_possibility_on(Relation relation, Answer suspected) {
        assertThat(judgement(reported(account(3, relation, Criterion.HOSPITALIZATION)))
                        .suspected()
                        .answer())
                .isEqualTo(suspected);
        assertThat(judgement(STAY, caused(investigator(relation))).suspected().answer())
                .isEqualTo(suspected);
    }

    @Test
    void the_sponsor_never_lowers_what_the_investigator_said() {
        var judgement = judgement(STAY, caused(investigator(Relation.PROBABLE)), caused(sponsor(Relation.UNRELATED)));
        assertThat(judgement.suspected().isYes()).isTrue();
        assertThat(judgement.suspected().by()).isEqualTo("person-2");
        assertThat(judgement.suspected().since()).isEqualTo(TOLD.plusSeconds(2));
    }

    @Test
    void the_sponsor_alone_can_suspect() {
        var judgement = judgement(STAY, caused(investigator(Relation.UNRELATED)), caused(sponsor(Relation.POSSIBLE)));
        assertThat(judgement.suspected().isYes()).isTrue();
        assertThat(judgement.isSusarCandidate()).isTrue();
    }

    @Test
    void what_an_assessor_takes_back_is_no_longer_suspected_by_that_assessor() {
        assertThat(judgement(STAY, caused(investigator(Relation.POSSIBLE)), caused(investigator(Relation.UNLIKELY)))
                        .suspected()
                        .answer())
                .isEqualTo(Answer.NO);
    }

    @Test
    void one_dose_of_one_product_is_enough() {
        var ofDose1 = new CausalityAssessment(
                Assessor.INVESTIGATOR, "EXOSOMES", Route.INTRATHECAL, 1, Relation.POSSIBLE, "WHO-UMC");
        assertThat(judgement(STAY, caused(ofDose1), caused(investigator(Relation.UNRELATED)))
                        .suspected()
                        .isYes())
                .isTrue();
    }

    @Test
    void an_answer_that_stays_keeps_its_beginning() {
        var judgement = judgement(STAY, caused(investigator(Relation.POSSIBLE)), caused(sponsor(Relation.DEFINITE)));
        assertThat(judgement.serious()).isEqualTo(new Finding(Answer.YES, "person-1", TOLD.plusSeconds(1)));
        assertThat(judgement.suspected()).isEqualTo(new Finding(Answer.YES, "person-2", TOLD.plusSeconds(2)));
    }

    @Test
    void an_amendment_that_brings_death_makes_it_fatal_from_then_on() {
        var judgement = judgement(STAY, amended(account(5, Relation.UNRELATED, Criterion.DEATH)));
        assertThat(judgement.fatalOrLifeThreatening())
                .isEqualTo(new Finding(Answer.YES, "person-2", TOLD.plusSeconds(2)));
        assertThat(judgement.serious().since()).isEqualTo(TOLD.plusSeconds(1));
        assertThat(judgement(reported(account(4, Relation.UNRELATED, Criterion.LIFE_THREATENING)))
                        .fatalOrLifeThreatening()
                        .isYes())
                .isTrue();
    }

    @Test
    void unexpected_is_open_until_a_person_has_judged_it() {
        var suspected = List.<SafetyFact>of(STAY, caused(investigator(Relation.POSSIBLE)));
        assertThat(judgement(suspected).unexpected().answer()).isEqualTo(Answer.OPEN);
        assertThat(judgement(suspected).isSusarCandidate()).isTrue();
        assertThat(judgement(suspected).isSusar()).isFalse();
    }

    @Test
    void a_susar_is_serious_suspected_and_unexpected() {
        var said = List.of(STAY, caused(investigator(Relation.POSSIBLE)), listed("EXOSOMES", Expectedness.UNEXPECTED));
        assertThat(judgement(said).isSusar()).isTrue();
        var expected =
                List.of(STAY, caused(investigator(Relation.POSSIBLE)), listed("EXOSOMES", Expectedness.EXPECTED));
        assertThat(judgement(expected).isSusarCandidate()).isFalse();
        var notSerious = reported(account(2, Relation.POSSIBLE));
        assertThat(judgement(notSerious, listed("EXOSOMES", Expectedness.UNEXPECTED))
                        .isSusarCandidate())
                .isFalse();
        assertThat(judgement(STAY, listed("EXOSOMES", Expectedness.UNEXPECTED)).isSusarCandidate())
                .isFalse();
    }

    @Test
    void expected_of_one_product_says_nothing_of_another_that_is_suspected_too() {
        var ofSaline = new CausalityAssessment(Assessor.SPONSOR, "SALINE", null, null, Relation.POSSIBLE, "WHO-UMC");
        var facts = List.<SafetyFact>of(
                STAY,
                caused(investigator(Relation.POSSIBLE)),
                caused(ofSaline),
                listed("EXOSOMES", Expectedness.EXPECTED));
        assertThat(judgement(facts).unexpected().answer()).isEqualTo(Answer.OPEN);
    }

    @Test
    void what_was_judged_before_the_event_grew_worse_is_open_again() {
        var facts = List.<SafetyFact>of(
                STAY,
                caused(investigator(Relation.POSSIBLE)),
                listed("EXOSOMES", Expectedness.EXPECTED),
                amended(account(4, Relation.UNRELATED, Criterion.HOSPITALIZATION)));
        assertThat(judgement(facts).unexpected().answer()).isEqualTo(Answer.OPEN);
        assertThat(judgement(facts).unexpected().since()).isEqualTo(TOLD.plusSeconds(4));
    }

    @Test
    void where_only_the_report_suspects_what_was_judged_of_any_product_counts() {
        var possible = reported(account(3, Relation.POSSIBLE, Criterion.HOSPITALIZATION));
        assertThat(judgement(possible).isSusarCandidate()).isTrue();
        assertThat(judgement(possible, listed("EXOSOMES", Expectedness.EXPECTED))
                        .isSusarCandidate())
                .isFalse();
    }

    @Test
    void of_what_was_never_reported_there_is_no_judgement() {
        assertThat(Judgement.of(List.of())).isEmpty();
    }

    private static Judgement judgement(SafetyFact... facts) {
        return judgement(List.of(facts));
    }

    /** The n-th fact is recorded by person-n, n seconds on. */
    private static Judgement judgement(List<? extends SafetyFact> facts) {
        return Judgement.of(IntStream.rangeClosed(1, facts.size())
                        .mapToObj(n -> new Told(facts.get(n - 1), "person-" + n, at(n)))
                        .toList())
                .orElseThrow();
    }

    private static Instant at(int seconds) {
        return TOLD.plusSeconds(seconds);
    }

    private static AdverseEventReported reported(Account account) {
        return new AdverseEventReported(REACTION, ANNA, account, AN_HOUR_IN, null);
    }

    private static AdverseEventAmended amended(Account account) {
        return new AdverseEventAmended(REACTION, ANNA, 2, account, AN_HOUR_IN, null, "knows better");
    }

    private static SafetyFact caused(CausalityAssessment assessment) {
        return new CausalityAssessed(REACTION, ANNA, assessment, null);
    }

    private static SafetyFact listed(String product, Expectedness result) {
        return new ExpectednessAssessed(REACTION, ANNA, product, "2.0", 1, result, null);
    }

    private static Account account(int grade, Relation relation, Criterion... criteria) {
        return new Account(
                "Fever",
                grade,
                List.of(criteria),
                Moment.parse("2025-03-11T10:05:00Z").orElseThrow(),
                null,
                relation,
                1,
                grade == 5 ? EventOutcome.FATAL : EventOutcome.RECOVERING);
    }
}
