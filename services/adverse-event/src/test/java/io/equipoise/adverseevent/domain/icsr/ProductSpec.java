package io.equipoise.adverseevent.domain.icsr;

import static io.equipoise.adverseevent.domain.icsr.Treated.FIRST;
import static io.equipoise.adverseevent.domain.icsr.Treated.NOTHING;
import static io.equipoise.adverseevent.domain.icsr.Treated.SECOND;
import static io.equipoise.adverseevent.domain.icsr.Treated.action;
import static io.equipoise.adverseevent.domain.icsr.Treated.actions;
import static io.equipoise.adverseevent.domain.icsr.Treated.by;
import static io.equipoise.adverseevent.domain.icsr.Treated.kinds;
import static io.equipoise.adverseevent.domain.icsr.Treated.report;
import static io.equipoise.adverseevent.domain.icsr.Treated.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.Account;
import io.equipoise.adverseevent.domain.CaseFiles;
import io.equipoise.adverseevent.domain.EventDetails;
import io.equipoise.adverseevent.domain.GivenDose;
import io.equipoise.adverseevent.domain.GivenDose.Volume;
import io.equipoise.adverseevent.domain.Moment;
import io.equipoise.adverseevent.domain.ProductAction;
import io.equipoise.adverseevent.domain.ProductAction.Action;
import io.equipoise.adverseevent.domain.ReportableKind;
import io.equipoise.adverseevent.domain.Route;
import io.equipoise.adverseevent.domain.Wards;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The suspect product in a report (ICH E2B(R3) G.k). */
class ProductSpec {
    @Test
    void a_dose_has_its_beginning_its_end_its_amount_its_lot_and_the_route_of_its_event() {
        var report = report(told(List.of(FIRST), by(Route.INTRAVENOUS, null, null)));
        assertThat(report.text("G.k.4.r.4", 1, 1)).contains("20250311100000+0100");
        assertThat(report.text("G.k.4.r.5", 1, 1)).contains("20250311104500+0100");
        assertThat(report.text("G.k.4.r.1a", 1, 1)).contains("100");
        assertThat(report.text("G.k.4.r.1b", 1, 1)).contains("mL");
        assertThat(report.text("G.k.4.r.7", 1, 1)).contains("P-0001");
        assertThat(report.text("G.k.4.r.8", 1, 1)).contains("dose 1");
        assertThat(report.text("G.k.4.r.10.1", 1, 1)).contains("intravenous");
    }

    @Test
    void a_dose_of_another_event_gets_no_route_and_what_nobody_told_is_left_out() {
        var report = report(told(List.of(SECOND, FIRST), by(Route.INTRAVENOUS, null, null)));
        assertThat(report.text("G.k.4.r.8", 1, 2)).contains("dose 2");
        for (var element : List.of("G.k.4.r.1a", "G.k.4.r.1b", "G.k.4.r.5", "G.k.4.r.10.1")) {
            assertThat(report.value(Place.of(element, 1, 2))).as(element).isEmpty();
        }
    }

    @Test
    void an_amount_in_units_that_the_standard_does_not_know_stands_as_text() {
        var particles =
                new GivenDose(1, "K-483920", "P-0001", Wards.INFUSION, null, new Volume("5e10", "nanoparticles"));
        var report = report(told(List.of(particles), NOTHING));
        assertThat(report.text("G.k.4.r.8", 1, 1)).contains("dose 1, 5e10 nanoparticles");
        assertThat(report.value(Place.of("G.k.4.r.1a", 1, 1))).isEmpty();
    }

    @Test
    void a_route_without_a_dose_on_record_stands_by_itself() {
        var report = report(told(List.of(SECOND), by(Route.INTRATHECAL, null, null)));
        assertThat(report.text("G.k.4.r.10.1", 1, 2)).contains("intrathecal");
        assertThat(report.value(Place.of("G.k.4.r.4", 1, 2))).isEmpty();
    }

    @Test
    void two_events_of_one_dose_that_came_by_two_routes_name_both() {
        var report = report(told(List.of(FIRST), by(Route.INTRATHECAL, null, null), by(Route.INTRAVENOUS, null, null)));
        assertThat(report.text("G.k.4.r.8", 1, 1)).contains("dose 1, routes intravenous and intrathecal");
        assertThat(report.value(Place.of("G.k.4.r.10.1", 1, 1))).isEmpty();
    }

    @Test
    void the_action_taken_is_the_one_on_record_and_unknown_where_nobody_told() {
        assertThat(report(told(List.of(FIRST), action(Action.DOSE_NOT_CHANGED))).text("G.k.8", 1))
                .contains("4");
        assertThat(report(told(List.of(FIRST), NOTHING)).text("G.k.8", 1)).contains("0");
    }

    @Test
    void a_product_that_is_withdrawn_because_of_one_event_is_withdrawn() {
        var report = report(told(List.of(FIRST), action(Action.DOSE_NOT_CHANGED), action(Action.WITHDRAWN)));
        assertThat(report.text("G.k.8", 1)).contains("1");
        var unclear = report(told(List.of(FIRST), action(Action.DOSE_REDUCED), action(Action.DOSE_INCREASED)));
        assertThat(unclear.text("G.k.8", 1)).contains("0");
    }

    @Test
    void of_a_blinded_product_with_two_actions_none_is_said_and_no_product_is_named() {
        var report = report(told(
                List.of(FIRST),
                actions(
                        new ProductAction("EXOSOMES", Action.WITHDRAWN),
                        new ProductAction("SALINE", Action.NOT_APPLICABLE))));
        assertThat(report.text("G.k.8", 1)).contains("0");
        assertThat(report.text("G.k.11", 1)).contains("The action taken differs between the products on record.");
        assertThat(report.values().values())
                .noneSatisfy(value -> assertThat(value.toString()).containsAnyOf("EXOSOMES", "SALINE"));
    }

    @Test
    void overdose_medication_error_and_misuse_are_coded_and_what_has_no_code_is_said() {
        var report = report(told(
                List.of(FIRST),
                kinds(ReportableKind.MISUSE, ReportableKind.OVERDOSE, ReportableKind.LOT_RELATED),
                kinds(ReportableKind.MEDICATION_ERROR, ReportableKind.OVERDOSE, ReportableKind.PREGNANCY)));
        assertThat(report.places("G.k.10.r").stream()
                        .map(place -> report.text(place).orElse("")))
                .containsExactly("7", "2", "8");
        assertThat(report.text("G.k.11", 1)).contains("A pregnancy is reported. Held to be related to the lot.");
    }

    @Test
    void the_part_of_a_treatment_and_the_period_of_a_crossover_are_said() {
        var report = report(told(List.of(FIRST), NOTHING, by(null, "LASER", "P2")));
        assertThat(report.text("G.k.11", 1))
                .contains("Event 2 is held to have come by LASER. Event 2 began in period P2.");
        assertThat(report(told(List.of(FIRST), NOTHING)).value(Place.of("G.k.11", 1)))
                .isEmpty();
    }

    @Test
    void who_withdrew_it_and_gave_no_dose_after_the_onset_did_no_rechallenge() {
        assertThat(report(told(List.of(FIRST), action(Action.WITHDRAWN))).text("G.k.9.i.4", 1, 1))
                .contains("4");
        assertThat(report(told(List.of(FIRST, SECOND), action(Action.WITHDRAWN)))
                        .places("G.k.9.i.4"))
                .isEmpty();
        assertThat(report(told(List.of(FIRST), action(Action.DOSE_NOT_CHANGED))).places("G.k.9.i.4"))
                .isEmpty();
    }

    @Test
    void where_only_the_day_of_the_onset_is_known_another_dose_of_that_day_may_have_followed() {
        var told = CaseFiles.AS_ADMITTED.account();
        var onTheDay = new Account(
                told.term(),
                3,
                told.criteria(),
                Moment.parse("2025-06-03").orElseThrow(),
                null,
                told.relation(),
                told.dose(),
                told.outcome());
        assertThat(report(told(onTheDay, List.of(FIRST, SECOND), action(Action.WITHDRAWN)))
                        .places("G.k.9.i.4"))
                .isEmpty();
        assertThat(report(told(onTheDay, List.of(FIRST), action(Action.WITHDRAWN)))
                        .places("G.k.9.i.4"))
                .hasSize(1);
    }

    @Test
    void a_product_is_named_where_nobody_is_masked_and_its_indication_is_the_condition_of_the_study() {
        var blinded = told(List.of(FIRST), NOTHING);
        assertThat(report(blinded).text("G.k.2.5", 1)).contains("true");
        assertThat(report(blinded).places("G.k.7.r.1")).isEmpty();
        var open = new Material(
                blinded.safetyCase(),
                blinded.sender(),
                blinded.study().defined(Optional.of("MSC-derived exosomes"), Optional.of("dry eye")),
                blinded.recorded(),
                blinded.doses(),
                blinded.site(),
                blinded.given());
        assertThat(report(open).text("G.k.2.2", 1)).contains("MSC-derived exosomes");
        assertThat(report(open).value(Place.of("G.k.2.5", 1))).isEmpty();
        assertThat(report(open).text("G.k.7.r.1", 1, 1)).contains("dry eye");
    }

    @Test
    void nobody_objects_to_a_report_with_everything_that_a_site_can_tell() {
        var all = new EventDetails(
                List.of(new ProductAction("EXOSOMES", Action.WITHDRAWN)),
                Route.INTRAVENOUS_WITH_FOCUSED_ULTRASOUND,
                "LASER",
                "P1",
                null,
                List.of(ReportableKind.values()));
        var made = CaseReport.of(told(List.of(FIRST, SECOND), all), CaseFiles.OPENED, Profile.ICH, CaseReportSpec.NOW);
        var whole = new Batch(
                        BatchHeader.of("B-1", CaseReportSpec.UNIVERSITY, Profile.ICH, "EVHUMAN", "20250320100000+0100"),
                        List.of(made))
                .whole()
                .getFirst();
        assertThat(Reports.RULES.findings(whole, new Sending(Profile.ICH, true, Instant.parse("2025-07-01T00:00:00Z"))))
                .isEmpty();
    }
}
