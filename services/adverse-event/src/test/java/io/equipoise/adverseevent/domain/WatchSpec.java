package io.equipoise.adverseevent.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.WatchCommand.SetLadder;
import io.equipoise.adverseevent.domain.WatchCommand.SetRota;
import io.equipoise.adverseevent.domain.WatchCommand.SetRules;
import io.equipoise.adverseevent.domain.WatchFact.AlertRulesSet;
import io.equipoise.adverseevent.domain.WatchFact.LadderSet;
import io.equipoise.adverseevent.domain.WatchFact.RotaSet;
import io.equipoise.adverseevent.domain.alerting.AlertRules;
import io.equipoise.adverseevent.domain.alerting.Gap;
import io.equipoise.adverseevent.domain.alerting.Ladder;
import io.equipoise.adverseevent.domain.alerting.Rota;
import io.equipoise.adverseevent.domain.alerting.Rung;
import io.equipoise.adverseevent.domain.alerting.Shift;
import io.equipoise.platform.Specification;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatchSpec extends Specification<Watch, WatchCommand, SafetyFact> {
    private static final String STUDY = "NCT07146087";
    private static final AlertRules GRADE_3 = rules(3, 120);
    private static final AlertRulesSet RULES = new AlertRulesSet(STUDY, 1, GRADE_3, "protocol 9.2");
    private static final Set<String> REACHABLE = Set.of("saf-01", "saf-02");
    private static final Instant MONDAY = Instant.parse("2025-03-10T08:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2025-03-11T08:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2025-03-12T08:00:00Z");
    private static final Shift FIRST = new Shift("saf-01", MONDAY, TUESDAY);
    private static final Shift SECOND = new Shift("saf-02", TUESDAY, WEDNESDAY);
    private static final Shift LATE = new Shift("saf-02", TUESDAY.plusSeconds(3600), WEDNESDAY);
    private static final Rung AT_ONCE = new Rung(Duration.ZERO, List.of(Rung.ON_CALL));
    private static final Rung QUARTER = new Rung(Duration.ofMinutes(15), List.of("saf-02"));
    private static final Rung HOUR = new Rung(Duration.ofHours(1), List.of(Rung.EVERYBODY));

    WatchSpec() {
        super(Watch.DECIDER);
    }

    @Test
    void what_makes_an_alert_is_said_in_versions() {
        given().when(new SetRules(STUDY, true, GRADE_3, "protocol 9.2")).then(RULES);
        given(RULES)
                .when(new SetRules(STUDY, true, rules(2, 120), "amendment 1"))
                .then(new AlertRulesSet(STUDY, 2, rules(2, 120), "amendment 1"));
    }

    @Test
    void the_same_rules_again_are_no_new_version() {
        given(RULES).when(new SetRules(STUDY, true, GRADE_3, "again")).then();
    }

    @Test
    void a_serious_event_cannot_be_switched_off() {
        given().when(new SetRules(STUDY, false, GRADE_3, "too many mails")).refused("SERIOUS_STAYS_ON");
    }

    @Test
    void a_change_says_why() {
        given().when(new SetRules(STUDY, true, GRADE_3, " ")).refused("REASON_MISSING");
        given().when(rota(false, FIRST).because("")).refused("REASON_MISSING");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6})
    void a_grade_is_1_to_5(int grade) {
        given().when(new SetRules(STUDY, true, rules(grade, 120), "x")).refused("ALERT_GRADE_OUT_OF_RANGE");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2881})
    void minutes_are_1_to_2880(int minutes) {
        given().when(new SetRules(STUDY, true, rules(3, minutes), "x")).refused("ALERT_MINUTES_OUT_OF_RANGE");
    }

    @Test
    void a_term_and_a_code_can_be_read() {
        given().when(new SetRules(STUDY, true, interest(" ", "1"), "x")).refused("ALERT_TERM_INVALID");
        given().when(new SetRules(STUDY, true, interest("x", "1\u0007"), "x")).refused("ALERT_CODE_INVALID");
    }

    @Test
    void without_anybodys_word_serious_events_and_what_the_room_finds_itself_make_an_alert() {
        var nobody = Watch.DECIDER.replay(List.of());
        assertThat(nobody.inForce()).isEqualTo(AlertRules.USUAL);
        assertThat(nobody.rulesVersion()).isZero();
    }

    @Test
    void a_rota_without_gaps_is_set() {
        given().when(rota(false, FIRST, SECOND).because("March"))
                .then(new RotaSet(STUDY, 1, calendar(FIRST, SECOND), List.of(), "March"));
    }

    @Test
    void a_rota_with_a_gap_is_refused_until_somebody_says_that_they_know() {
        var gap = new Gap(TUESDAY, LATE.from());
        assertThat(given().when(rota(false, FIRST, LATE).because("March"))
                        .refused("ROTA_HAS_GAPS")
                        .detail())
                .contains(TUESDAY.toString(), LATE.from().toString());
        given().when(rota(true, FIRST, LATE).because("March"))
                .then(new RotaSet(STUDY, 1, calendar(FIRST, LATE), List.of(gap), "March"));
    }

    @Test
    void the_same_rota_again_is_no_new_version() {
        given(new RotaSet(STUDY, 1, calendar(FIRST, SECOND), List.of(), "March"))
                .when(rota(false, SECOND, FIRST).because("again"))
                .then();
    }

    @Test
    void a_rota_has_shifts_that_end_after_they_start_by_people_whom_something_reaches() {
        given().when(rota(false).because("x")).refused("ROTA_EMPTY");
        var backwards = new Shift("saf-01", TUESDAY, TUESDAY);
        var stranger = new Shift("saf-09", TUESDAY, WEDNESDAY);
        assertThat(given().when(rota(false, FIRST, backwards).because("x"))
                        .refused("SHIFT_ENDS_BEFORE_IT_STARTS")
                        .pointers())
                .containsExactly("/shifts/1/until");
        assertThat(given().when(rota(false, FIRST, stranger).because("x"))
                        .refused("PERSON_UNREACHABLE")
                        .pointers())
                .containsExactly("/shifts/1/person");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-10T07:59:59Z, ''",
        "2025-03-10T08:00:00Z, saf-01",
        "2025-03-11T07:59:59Z, saf-01",
        "2025-03-11T08:00:00Z, saf-02",
        "2025-03-12T08:00:00Z, ''"
    })
    void somebody_is_on_call_from_the_start_of_a_shift_until_just_before_its_end(Instant at, String who) {
        assertThat(String.join(",", calendar(FIRST, SECOND).onCall(at))).isEqualTo(who);
    }

    @Test
    void where_shifts_overlap_both_are_on_call_and_there_is_no_gap() {
        var long1 = new Shift("saf-01", MONDAY, WEDNESDAY);
        assertThat(calendar(long1, SECOND).onCall(TUESDAY)).containsExactly("saf-01", "saf-02");
        var after = new Shift("saf-02", WEDNESDAY, WEDNESDAY.plusSeconds(60));
        assertThat(calendar(long1, new Shift("saf-02", MONDAY, TUESDAY), after).gaps())
                .isEmpty();
    }

    @Test
    void a_ladder_is_set() {
        given().when(ladder(AT_ONCE, QUARTER, HOUR))
                .then(new LadderSet(STUDY, 1, new Ladder(List.of(AT_ONCE, QUARTER, HOUR)), "protocol 9.4"));
    }

    @Test
    void the_same_ladder_again_is_no_new_version() {
        given(new LadderSet(STUDY, 1, new Ladder(List.of(AT_ONCE, HOUR)), "protocol 9.4"))
                .when(ladder(AT_ONCE, HOUR))
                .then();
    }

    @Test
    void a_ladder_starts_at_once_rises_and_reaches_somebody_at_each_step() {
        given().when(ladder()).refused("LADDER_EMPTY");
        given().when(ladder(QUARTER)).refused("LADDER_STARTS_LATE");
        given().when(ladder(AT_ONCE, HOUR, QUARTER)).refused("LADDER_NOT_ASCENDING");
        given().when(ladder(AT_ONCE, QUARTER, QUARTER)).refused("LADDER_NOT_ASCENDING");
        given().when(ladder(AT_ONCE, new Rung(Duration.ofDays(8), List.of(Rung.EVERYBODY))))
                .refused("LADDER_NOT_ASCENDING");
        given().when(ladder(AT_ONCE, new Rung(Duration.ofHours(1), List.of()))).refused("STEP_TELLS_NOBODY");
        assertThat(given().when(ladder(AT_ONCE, new Rung(Duration.ofHours(1), List.of("saf-09"))))
                        .refused("PERSON_UNREACHABLE")
                        .pointers())
                .containsExactly("/steps/1/tell");
    }

    private record Given(boolean gapsKnown, List<Shift> shifts) {
        SetRota because(String reason) {
            return new SetRota(STUDY, calendar(shifts.toArray(Shift[]::new)), shifts, gapsKnown, REACHABLE, reason);
        }
    }

    private static Given rota(boolean gapsKnown, Shift... shifts) {
        return new Given(gapsKnown, List.of(shifts));
    }

    private static Rota calendar(Shift... shifts) {
        return new Rota(ZoneId.of("Europe/Berlin"), List.of(shifts));
    }

    private static SetLadder ladder(Rung... rungs) {
        return new SetLadder(STUDY, new Ladder(List.of(rungs)), REACHABLE, "protocol 9.4");
    }

    private static AlertRules rules(int grade, int minutes) {
        return new AlertRules(List.of("anaphylaxis"), List.of(), grade, minutes, true, true, true);
    }

    private static AlertRules interest(String term, String code) {
        return new AlertRules(List.of(term), List.of(code), null, null, true, true, true);
    }
}
