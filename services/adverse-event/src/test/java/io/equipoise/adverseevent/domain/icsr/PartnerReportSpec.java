package io.equipoise.adverseevent.domain.icsr;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.CaseFiles;
import io.equipoise.adverseevent.domain.Criterion;
import io.equipoise.adverseevent.domain.EventOutcome;
import io.equipoise.adverseevent.domain.MinimumCriterion;
import io.equipoise.adverseevent.domain.Moment;
import io.equipoise.adverseevent.domain.Relation;
import io.equipoise.adverseevent.domain.ReporterKind;
import io.equipoise.adverseevent.domain.icsr.PartnerReport.Reading;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Another sender's report (E2B(R3)) read as events of a subject; what it does not say is asked for, not guessed. */
class PartnerReportSpec {
    private static final List<Integer> GRADE_3 = List.of(3);

    private static Icsr.Builder received() {
        return Reports.clean().put("E.i.1.1a", "Stroke", 1);
    }

    private static PartnerReport whole(Icsr.Builder report) {
        assertThat(PartnerReport.read(report.build(), GRADE_3)).isInstanceOf(Reading.Whole.class);
        return ((Reading.Whole) PartnerReport.read(report.build(), GRADE_3)).report();
    }

    private static List<String> lacking(Icsr.Builder report, List<Integer> grades) {
        assertThat(PartnerReport.read(report.build(), grades)).isInstanceOf(Reading.Lacking.class);
        return ((Reading.Lacking) PartnerReport.read(report.build(), grades)).elements();
    }

    @Test
    void a_reaction_becomes_an_event_as_it_was_told() {
        var account = whole(received()).accounts().getFirst();
        assertThat(account.term()).isEqualTo("Stroke");
        assertThat(account.grade()).isEqualTo(3);
        assertThat(account.criteria()).containsExactly(Criterion.HOSPITALIZATION);
        assertThat(account.onset()).isEqualTo(new Moment.On(LocalDate.parse("2026-03-09")));
        assertThat(account.relation()).isEqualTo(Relation.POSSIBLE);
        assertThat(account.outcome()).isEqualTo(EventOutcome.NOT_RECOVERED);
    }

    @Test
    void an_onset_to_the_second_is_an_instant() {
        var account = whole(received().put("E.i.4", "20260309143000+0100", 1))
                .accounts()
                .getFirst();
        assertThat(account.onset()).isEqualTo(new Moment.At(Instant.parse("2026-03-09T13:30:00Z")));
    }

    @Test
    void the_strongest_opinion_counts_whoever_has_it() {
        var report =
                received().put("G.k.9.i.2.r.3", "Not Suspected", 1, 1, 1).put("G.k.9.i.2.r.3", "Probable", 1, 1, 2);
        assertThat(whole(report).accounts().getFirst().relation()).isEqualTo(Relation.PROBABLE);
    }

    @Test
    void the_information_says_from_whom_and_what_it_holds() {
        var report = whole(received());
        var information = report.information(Instant.parse("2026-03-15T08:00:00Z"), CaseFiles.BERLIN);
        assertThat(report.worldwideId()).isEqualTo("US-UNIVERSITY-1");
        assertThat(information.reporter()).isEqualTo(ReporterKind.PHYSICIAN);
        assertThat(information.country()).isEqualTo("US");
        assertThat(information.criteria())
                .contains(MinimumCriterion.SUSPECT_PRODUCT, MinimumCriterion.CAUSALITY)
                .doesNotContain(MinimumCriterion.TRIAL_NUMBER);
    }

    @Test
    void a_missing_grade_is_asked_for() {
        assertThat(lacking(received(), List.of())).containsExactly("/grades/0");
    }

    @Test
    void what_an_event_cannot_be_recorded_without_is_named_all_at_once() {
        var bare = received()
                .put("E.i.4", "2026", 1)
                .remove("E.i.7", 1)
                .put("G.k.9.i.2.r.3", "see narrative", 1, 1, 1)
                .remove("C.2.r.3", 1);
        assertThat(lacking(bare, GRADE_3))
                .containsExactlyInAnyOrder("E.i.4 (i=1)", "E.i.7 (i=1)", "G.k.9.i.2.r.3 (i=1)", "C.2.r.3");
    }
}
