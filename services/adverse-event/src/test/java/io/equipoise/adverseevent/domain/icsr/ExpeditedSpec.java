package io.equipoise.adverseevent.domain.icsr;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.Account;
import io.equipoise.adverseevent.domain.CaseEvent;
import io.equipoise.adverseevent.domain.CaseFact.CaseOpened;
import io.equipoise.adverseevent.domain.CaseFiles;
import io.equipoise.adverseevent.domain.Criterion;
import io.equipoise.adverseevent.domain.EventDetails;
import io.equipoise.adverseevent.domain.EventOutcome;
import io.equipoise.adverseevent.domain.Finding.Answer;
import io.equipoise.adverseevent.domain.Relation;
import io.equipoise.adverseevent.domain.ReportableKind;
import io.equipoise.adverseevent.domain.SafetyCase;
import io.equipoise.adverseevent.domain.Wards;
import io.equipoise.adverseevent.domain.icsr.Expedited.Within;
import io.equipoise.adverseevent.domain.icsr.Material.Recorded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Which cases are expedited (E2B(R3) C.1.7): serious, suspected and unexpected (21 CFR 312.32(c); Regulation (EU) 536/2014,
 * Art 42).
 */
class ExpeditedSpec {
    private static final List<Criterion> ADMITTED = List.of(Criterion.HOSPITALIZATION);
    private static final List<Criterion> IN_DANGER = List.of(Criterion.LIFE_THREATENING);

    private record Happened(
            List<Criterion> criteria,
            EventOutcome outcome,
            Relation relation,
            Answer unexpected,
            List<ReportableKind> kinds) {
        Happened(List<Criterion> criteria, EventOutcome outcome, Relation relation, Answer unexpected) {
            this(criteria, outcome, relation, unexpected, List.of());
        }

        static Happened with(ReportableKind kind, Relation relation, Answer unexpected) {
            return new Happened(ADMITTED, EventOutcome.RECOVERING, relation, unexpected, List.of(kind));
        }

        Happened(List<Criterion> criteria, Relation relation, Answer unexpected) {
            this(criteria, EventOutcome.RECOVERING, relation, unexpected);
        }
    }

    private static Material material(Happened... happened) {
        var whole = CaseReportSpec.material();
        var events = new ArrayList<CaseEvent>();
        var recorded = new HashMap<String, Recorded>();
        for (var each : happened) {
            var id = "AE-" + events.size();
            var told = CaseFiles.AS_ADMITTED.account();
            var account = new Account(
                    told.term(), 3, each.criteria(), told.onset(), null, each.relation(), null, each.outcome());
            events.add(new CaseEvent(id, 1, account));
            var opinions = List.of(
                    new Opinion("Investigator", "Site's account", each.relation()),
                    new Opinion("Sponsor", "FDA", Relation.UNLIKELY));
            var details = new EventDetails(List.of(), null, null, null, null, each.kinds());
            recorded.put(id, new Recorded(opinions, each.unexpected(), Optional.empty(), Optional.of(details)));
        }
        var opened = new CaseOpened(
                CaseFiles.CASE, Wards.ANNA, CaseFiles.NUMBER, CaseFiles.NUMBER, events, List.of(CaseFiles.EU));
        return new Material(
                new SafetyCase(List.of(opened, CaseFiles.INITIAL)),
                whole.sender(),
                whole.study(),
                recorded,
                List.of(),
                whole.site(),
                Optional.empty());
    }

    private static Expedited fda(Happened... happened) {
        return Expedited.of(material(happened), Profile.FDA_IND);
    }

    private static Expedited eu(Happened... happened) {
        return Expedited.of(material(happened), Profile.ICH);
    }

    @Test
    void serious_suspected_and_unexpected_is_due_within_fifteen_days() {
        var susar = new Happened(ADMITTED, Relation.POSSIBLE, Answer.YES);
        assertThat(fda(susar))
                .isEqualTo(new Expedited(
                        Within.FIFTEEN_DAYS, "serious, suspected and unexpected: 21 CFR 312.32(c)(1)(i)"));
        assertThat(eu(susar))
                .isEqualTo(new Expedited(
                        Within.FIFTEEN_DAYS,
                        "serious, suspected and unexpected: Regulation (EU) 536/2014 Art 42(2)(b)"));
    }

    @Test
    void a_danger_to_life_or_a_death_is_due_within_seven_days() {
        var danger = new Happened(IN_DANGER, Relation.POSSIBLE, Answer.YES);
        assertThat(fda(danger).within()).isEqualTo(Within.SEVEN_DAYS);
        assertThat(fda(danger).because()).endsWith("21 CFR 312.32(c)(2)");
        assertThat(eu(danger).because()).endsWith("Art 42(2)(a)");
        var died = new Happened(ADMITTED, EventOutcome.FATAL, Relation.POSSIBLE, Answer.YES);
        assertThat(eu(died).within()).isEqualTo(Within.SEVEN_DAYS);
    }

    @Test
    void what_nobody_has_held_against_the_safety_information_counts_as_unexpected() {
        var open = fda(new Happened(ADMITTED, Relation.POSSIBLE, Answer.OPEN));
        assertThat(open.within()).isEqualTo(Within.FIFTEEN_DAYS);
        assertThat(open.because()).contains("not judged to be expected");
    }

    @Test
    void what_was_judged_to_be_expected_is_not_expedited() {
        var expected = new Happened(IN_DANGER, Relation.DEFINITE, Answer.NO);
        assertThat(fda(expected).yes()).isFalse();
        assertThat(fda(expected).because())
                .contains("expected by the safety information")
                .endsWith("21 CFR 312.32(c)(1)");
        assertThat(eu(expected).yes()).isFalse();
        assertThat(eu(expected).because()).endsWith("Art 42(1)");
    }

    @Test
    void what_nobody_suspects_is_not_expedited() {
        assertThat(fda(new Happened(IN_DANGER, Relation.UNLIKELY, Answer.YES)).yes())
                .isFalse();
        assertThat(eu(new Happened(IN_DANGER, Relation.UNRELATED, Answer.OPEN)).because())
                .startsWith("nobody holds it reasonably possible");
    }

    @ParameterizedTest
    @EnumSource(names = {"PREGNANCY", "MEDICATION_ERROR", "OVERDOSE", "MISUSE"})
    void annex_iii_point_2_what_the_protocol_did_not_foresee_needs_no_suspicion_in_the_european_union(
            ReportableKind kind) {
        var unsuspected = Happened.with(kind, Relation.UNRELATED, Answer.YES);
        assertThat(eu(unsuspected))
                .isEqualTo(new Expedited(
                        Within.FIFTEEN_DAYS,
                        "serious, " + kind.words() + " (Annex III 2.3 point 2) and unexpected: Regulation (EU)"
                                + " 536/2014 Art 42(2)(b)"));
        assertThat(fda(unsuspected).yes()).isFalse();
        assertThat(eu(Happened.with(kind, Relation.UNRELATED, Answer.NO)).yes()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"LOT_RELATED", "DONOR_RELATED"})
    void what_is_held_to_come_from_a_lot_or_a_donor_is_a_suspicion_that_somebody_has_to_have(ReportableKind kind) {
        assertThat(eu(Happened.with(kind, Relation.UNRELATED, Answer.YES)).yes())
                .isFalse();
    }

    @Test
    void the_sponsor_does_not_undo_the_investigators_suspicion() {
        assertThat(eu(new Happened(ADMITTED, Relation.PROBABLE, Answer.YES)).yes())
                .isTrue();
    }

    @Test
    void what_meets_no_criterion_is_not_expedited() {
        assertThat(fda(new Happened(List.of(), Relation.DEFINITE, Answer.YES)).because())
                .startsWith("no criterion of seriousness");
    }

    @Test
    void of_several_events_the_worst_decides_and_a_death_that_was_expected_makes_no_seven_days() {
        var expectedDeath = new Happened(List.of(Criterion.DEATH), EventOutcome.FATAL, Relation.POSSIBLE, Answer.NO);
        var susar = new Happened(ADMITTED, Relation.POSSIBLE, Answer.YES);
        assertThat(fda(expectedDeath, susar).within()).isEqualTo(Within.FIFTEEN_DAYS);
        assertThat(fda(susar, new Happened(IN_DANGER, Relation.POSSIBLE, Answer.OPEN))
                        .within())
                .isEqualTo(Within.SEVEN_DAYS);
    }

    @Test
    void the_report_says_it_by_ichs_and_by_fdas_element() {
        var within = List.of(
                new Happened(IN_DANGER, Relation.POSSIBLE, Answer.YES),
                new Happened(ADMITTED, Relation.POSSIBLE, Answer.YES),
                new Happened(ADMITTED, Relation.POSSIBLE, Answer.NO));
        var said = within.stream()
                .map(each -> CaseReport.of(material(each), CaseFiles.OPENED, Profile.FDA_IND, CaseReportSpec.NOW))
                .map(report -> report.text("C.1.7").orElse("") + " "
                        + report.text("FDA.C.1.7.1").orElse(""))
                .toList();
        assertThat(said).containsExactly("true 6", "true 1", "false 2");
    }
}
