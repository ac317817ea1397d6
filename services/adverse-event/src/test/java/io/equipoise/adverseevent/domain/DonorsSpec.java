package io.equipoise.adverseevent.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.Donors.Cluster;
import io.equipoise.adverseevent.domain.Donors.Given;
import io.equipoise.adverseevent.domain.Donors.Line;
import io.equipoise.adverseevent.domain.Donors.Traced;
import io.equipoise.platform.Acceptance;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Vesicles of one cord are in several lots; whether harm follows the cord is seen by counting by its donor. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DonorsSpec {
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private static final Optional<ProductOrigin> CORD_7 = Optional.of(new ProductOrigin("CORD-7"));
    private static final Optional<ProductOrigin> CORD_9 = Optional.of(new ProductOrigin("CORD-9"));
    private static final Optional<ProductOrigin> SALINE = Optional.of(new ProductOrigin("no donor"));
    private static final Optional<ProductOrigin> NOT_TOLD = Optional.empty();
    private static final LotThreshold TWO = new LotThreshold(2, null);

    private static final Given ANNAS_FIRST = given("ANNA", 1, "2025-03-11T09:00:00Z", CORD_7);
    private static final Given ANNAS_SECOND = given("ANNA", 2, "2025-06-03T09:00:00Z", CORD_9);
    private static final Given BORISS = given("BORIS", 1, "2025-03-12T09:00:00Z", CORD_7);
    private static final Given CLARAS = given("CLARA", 1, "2025-03-13T09:00:00Z", CORD_9);
    private static final Given DORAS = given("DORA", 1, "2025-03-14T09:00:00Z", SALINE);

    @Test
    void of_each_donor_people_dosed_people_with_an_event_with_a_serious_one_and_events_are_counted() {
        var all = Donors.of(
                List.of(ANNAS_FIRST, BORISS, CLARAS, DORAS),
                List.of(
                        event("AE-1", "ANNA", "Fever", 1),
                        event("AE-2", "ANNA", "Headache", 1),
                        serious("AE-3", "BORIS", "Fever", 1)),
                null);
        assertThat(all.people()).isEqualTo(4);
        assertThat(all.events()).isEqualTo(3);
        assertThat(all.lines()).contains(new Line(CORD_7, 2, 2, 2, 1, 3, List.of()));
    }

    @Test
    void donors_of_whose_product_nobody_was_harmed_are_listed_too_then_what_has_none_then_what_is_not_told() {
        var untold = given("EMIL", 1, "2025-03-15T09:00:00Z", NOT_TOLD);
        var all = Donors.of(List.of(untold, DORAS, CLARAS, ANNAS_FIRST), List.of(), null);
        assertThat(all.lines())
                .containsExactly(
                        new Line(CORD_7, 1, 1, 0, 0, 0, List.of()),
                        new Line(CORD_9, 1, 1, 0, 0, 0, List.of()),
                        new Line(SALINE, 1, 1, 0, 0, 0, List.of()),
                        new Line(NOT_TOLD, 1, 1, 0, 0, 0, List.of()));
    }

    @Test
    void an_event_counts_for_the_donor_of_the_dose_that_the_site_named_and_for_no_other() {
        var all =
                Donors.of(List.of(ANNAS_FIRST, ANNAS_SECOND), List.of(unlinked("AE-1", "ANNA", "2025-07-01", 1)), null);
        assertThat(line(all, CORD_7).events()).isEqualTo(1);
        assertThat(line(all, CORD_9).events()).isZero();
    }

    @Test
    void an_event_without_a_dose_counts_for_every_donor_whose_product_the_person_had_when_it_began() {
        var doses = List.of(ANNAS_FIRST, ANNAS_SECOND);
        var between = Donors.of(doses, List.of(unlinked("AE-1", "ANNA", "2025-05-01", null)), null);
        assertThat(line(between, CORD_7).events()).isEqualTo(1);
        assertThat(line(between, CORD_9).events()).isZero();
        var after = Donors.of(doses, List.of(unlinked("AE-1", "ANNA", "2025-07-01", null)), null);
        assertThat(line(after, CORD_7).events()).isEqualTo(1);
        assertThat(line(after, CORD_9).events()).isEqualTo(1);
        assertThat(after.events()).as("in all").isEqualTo(1);
    }

    @Test
    void on_the_day_of_a_dose_an_event_without_a_time_may_have_begun_after_it_and_one_with_a_time_is_as_it_says() {
        var doses = List.of(ANNAS_FIRST);
        assertThat(line(Donors.of(doses, List.of(unlinked("AE-1", "ANNA", "2025-03-11", null)), null), CORD_7)
                        .events())
                .isEqualTo(1);
        assertThat(line(Donors.of(doses, List.of(unlinked("AE-1", "ANNA", "2025-03-11T08:59:59Z", null)), null), CORD_7)
                        .events())
                .isZero();
        assertThat(line(Donors.of(doses, List.of(unlinked("AE-1", "ANNA", "2025-03-11T09:00:00Z", null)), null), CORD_7)
                        .events())
                .isEqualTo(1);
    }

    @Test
    void an_event_before_any_dose_counts_for_no_donor_and_the_number_of_such_is_said() {
        var all = Donors.of(List.of(ANNAS_FIRST), List.of(unlinked("AE-1", "ANNA", "2025-03-01", null)), null);
        assertThat(line(all, CORD_7).withEvent()).isZero();
        assertThat(all.before()).isEqualTo(1);
        assertThat(Donors.of(List.of(ANNAS_FIRST), List.of(event("AE-1", "ANNA", "Fever", 1)), null)
                        .before())
                .isZero();
    }

    @Test
    void a_dose_that_nobody_told_of_is_as_none() {
        var all = Donors.of(List.of(ANNAS_FIRST), List.of(unlinked("AE-1", "ANNA", "2025-07-01", 9)), null);
        assertThat(line(all, CORD_7).events()).isEqualTo(1);
    }

    @Test
    void somebody_elses_dose_is_nobody_elses() {
        var all = Donors.of(List.of(ANNAS_FIRST, CLARAS), List.of(event("AE-1", "CLARA", "Fever", 1)), null);
        assertThat(line(all, CORD_7).events()).isZero();
        assertThat(line(all, CORD_9).events()).isEqualTo(1);
    }

    @Test
    @Acceptance("AE-9")
    void the_same_event_in_as_many_people_of_one_donor_as_the_study_says_of_a_lot_marks_the_donor() {
        var events = List.of(
                event("AE-1", "ANNA", "Fever", 1),
                event("AE-2", "BORIS", "fever ", 1),
                event("AE-3", "CLARA", "Fever", 1));
        var all = Donors.of(List.of(ANNAS_FIRST, BORISS, CLARAS), events, TWO);
        assertThat(line(all, CORD_7).clusters()).containsExactly(new Cluster("fever", 2));
        assertThat(line(all, CORD_9).clusters()).isEmpty();
    }

    @Test
    @Acceptance("AE-9")
    void one_person_twice_or_two_kinds_or_too_far_apart_mark_nothing() {
        var doses = List.of(ANNAS_FIRST, BORISS);
        var fever = event("AE-1", "ANNA", "Fever", 1);
        assertThat(line(Donors.of(doses, List.of(fever, event("AE-2", "ANNA", "Fever", 1)), TWO), CORD_7)
                        .clusters())
                .isEmpty();
        assertThat(line(Donors.of(doses, List.of(fever, event("AE-2", "BORIS", "Rash", 1)), TWO), CORD_7)
                        .clusters())
                .isEmpty();
        var months = new LotThreshold(2, Duration.ofDays(7));
        assertThat(line(Donors.of(doses, List.of(fever, unlinked("AE-2", "BORIS", "2025-06-01", 1)), months), CORD_7)
                        .clusters())
                .isEmpty();
    }

    @Test
    void where_the_study_has_no_threshold_nothing_is_marked_and_what_has_no_donor_never_is() {
        var events = List.of(event("AE-1", "ANNA", "Fever", 1), event("AE-2", "BORIS", "Fever", 1));
        assertThat(line(Donors.of(List.of(ANNAS_FIRST, BORISS), events, null), CORD_7)
                        .clusters())
                .isEmpty();
        var saline = List.of(
                given("ANNA", 1, "2025-03-11T09:00:00Z", SALINE), given("BORIS", 1, "2025-03-11T09:00:00Z", SALINE));
        assertThat(line(Donors.of(saline, events, TWO), SALINE).clusters()).isEmpty();
        assertThat(line(Donors.of(saline, events, TWO), SALINE).withEvent()).isEqualTo(2);
    }

    private static Line line(Donors donors, Optional<ProductOrigin> origin) {
        return donors.lines().stream()
                .filter(line -> line.origin().equals(origin))
                .findFirst()
                .orElseThrow();
    }

    private static Given given(String subject, int dose, String at, Optional<ProductOrigin> origin) {
        return new Given(subject, dose, Instant.parse(at), VIENNA, origin);
    }

    private static Traced event(String id, String subject, String term, int dose) {
        return new Traced(id, subject, term, false, moment("2025-03-14T10:00:00Z"), dose);
    }

    private static Traced serious(String id, String subject, String term, int dose) {
        return new Traced(id, subject, term, true, moment("2025-03-14T10:00:00Z"), dose);
    }

    private static Traced unlinked(String id, String subject, String onset, @Nullable Integer dose) {
        return new Traced(id, subject, "Fever", false, moment(onset), dose);
    }

    private static Moment moment(String text) {
        return Moment.parse(text).orElseThrow();
    }
}
