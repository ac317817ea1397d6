package io.equipoise.adverseevent.application;

import static io.equipoise.adverseevent.domain.Wards.ADMITTED;
import static io.equipoise.adverseevent.domain.Wards.ADMITTED_REPORTED;
import static io.equipoise.adverseevent.domain.Wards.ANNA;
import static io.equipoise.adverseevent.domain.Wards.AN_HOUR_IN;
import static io.equipoise.adverseevent.domain.Wards.MILD;
import static io.equipoise.adverseevent.domain.Wards.MILD_REPORTED;
import static io.equipoise.adverseevent.domain.Wards.REACTION;
import static io.equipoise.adverseevent.domain.Wards.TOLD;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.application.Escalations.Ladders;
import io.equipoise.adverseevent.application.Watching.Asked;
import io.equipoise.adverseevent.application.Watching.Calendar;
import io.equipoise.adverseevent.domain.AdverseEvent;
import io.equipoise.adverseevent.domain.AdverseEventFact.AdverseEventAmended;
import io.equipoise.adverseevent.domain.Alert;
import io.equipoise.adverseevent.domain.AlertFact.AlertEscalated;
import io.equipoise.adverseevent.domain.AlertFact.AlertRaised;
import io.equipoise.adverseevent.domain.CallFact.AlertHeldBack;
import io.equipoise.adverseevent.domain.CallFact.AlertHeldTold;
import io.equipoise.adverseevent.domain.CallFact.AlertReasoned;
import io.equipoise.adverseevent.domain.CallFact.OnCallNoted;
import io.equipoise.adverseevent.domain.Channel;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.Target;
import io.equipoise.adverseevent.domain.Wards;
import io.equipoise.adverseevent.domain.alerting.AlertRules;
import io.equipoise.adverseevent.domain.alerting.Ladder;
import io.equipoise.adverseevent.domain.alerting.MetRule;
import io.equipoise.adverseevent.domain.alerting.QuietHours;
import io.equipoise.adverseevent.domain.alerting.RuleKind;
import io.equipoise.adverseevent.domain.alerting.Rung;
import io.equipoise.adverseevent.domain.alerting.Shift;
import io.equipoise.platform.Acceptance;
import io.equipoise.platform.journal.Commit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Who is called for what, over a journal in memory. It is 11:00 UTC, noon in Vienna. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CallingTest {
    private static final String STUDY = ANNA.study();
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private static final Target SECOND = new Target(Channel.EMAIL, "saf-02");
    private static final Recipients SETTINGS = new Recipients(List.of(Ward.OFFICER, Ward.HOOK), List.of(Ward.HEAD));
    private final Ward ward = new Ward();

    @Test
    @Acceptance("AE-10")
    void an_event_that_meets_three_rules_is_one_alert_that_names_three_however_often_it_is_told() {
        rules(3, 120);
        var commit = ward.enter(ADMITTED_REPORTED);
        for (int i = 0; i < 3; i++) {
            ward.policy(SETTINGS).told(commit);
        }
        assertThat(facts(AlertRaised.class)).singleElement().satisfies(raised -> {
            assertThat(raised.alert()).isEqualTo(Ward.ALERT);
            assertThat(raised.rule()).isEqualTo("SERIOUS");
        });
        assertThat(facts(AlertReasoned.class)).singleElement().satisfies(reasoned -> {
            assertThat(reasoned.rulesVersion()).isEqualTo(1);
            assertThat(reasoned.rules())
                    .extracting(MetRule::kind)
                    .containsExactly(RuleKind.SERIOUS, RuleKind.INFUSION_REACTION, RuleKind.GRADE);
        });
    }

    @Test
    void rules_that_come_later_make_no_alert_of_what_was_recorded_before() {
        var before = ward.enter(MILD_REPORTED);
        ward.clock.pass(Duration.ofMinutes(1));
        rules(2, 120);
        ward.policy(SETTINGS).told(before);
        assertThat(ward.journal.after(0, 0, 100))
                .noneMatch(commit -> commit.stream().startsWith("alert/"));
    }

    @Test
    void what_is_not_serious_calls_under_a_number_of_its_own_and_again_only_for_a_rule_not_met_before() {
        rules(3, 120);
        tell(ward.enter(MILD_REPORTED));
        assertThat(alerts()).containsExactly("AL-AE-7Q2M9K4T-1");
        tell(amend(2, new AdverseEventAmended(REACTION, ANNA, 2, MILD, AN_HOUR_IN, "better now", "narrative")));
        assertThat(alerts()).containsExactly("AL-AE-7Q2M9K4T-1");
        var worse = Wards.account(3, List.of(), MILD.outcome());
        tell(amend(3, new AdverseEventAmended(REACTION, ANNA, 3, worse, AN_HOUR_IN, null, "worse")));
        assertThat(alerts()).containsExactly("AL-AE-7Q2M9K4T-1", "AL-AE-7Q2M9K4T-3");
    }

    @Test
    void an_event_that_becomes_serious_calls_again_even_if_somebody_has_taken_over_what_it_was_before() {
        rules(2, 120);
        tell(ward.enter(MILD_REPORTED));
        new Acknowledging(ward.alerts()).acknowledge("AL-AE-7Q2M9K4T-1", "watching", ward.officer("ack"));
        tell(amend(2, new AdverseEventAmended(REACTION, ANNA, 2, ADMITTED, AN_HOUR_IN, null, "admitted")));
        assertThat(alerts()).containsExactly("AL-AE-7Q2M9K4T-1", Ward.ALERT);
        tell(amend(3, new AdverseEventAmended(REACTION, ANNA, 3, MILD, AN_HOUR_IN, null, "was no admission")));
        assertThat(alerts()).hasSize(2);
    }

    @Test
    void who_is_on_call_at_that_moment_is_called_and_stands_in_the_record() {
        rota(shift("saf-02", TOLD.minusSeconds(60), TOLD.plusSeconds(3600)));
        ladder(Rung.ON_CALL);
        tell(ward.enter(ADMITTED_REPORTED));
        assertThat(facts(AlertRaised.class).getFirst().targets()).containsExactly(Ward.HOOK, SECOND);
        assertThat(facts(OnCallNoted.class))
                .containsExactly(new OnCallNoted(Ward.ALERT, ANNA, 0, TOLD, 1, List.of("saf-02")));
    }

    @Test
    void where_nobody_is_on_call_everybody_is_called_and_the_record_says_that_nobody_was() {
        rota(shift("saf-02", TOLD.plusSeconds(60), TOLD.plusSeconds(3600)));
        ladder(Rung.ON_CALL);
        tell(ward.enter(ADMITTED_REPORTED));
        assertThat(facts(AlertRaised.class).getFirst().targets()).contains(Ward.OFFICER, Ward.HEAD, SECOND, Ward.HOOK);
        assertThat(facts(OnCallNoted.class).getFirst().people()).isEmpty();
    }

    @Test
    void a_ladder_calls_whoever_is_on_call_when_its_step_is_due_and_then_everybody() {
        rota(
                shift("saf-02", TOLD.minusSeconds(60), TOLD.plusSeconds(60)),
                shift("head-of-safety", TOLD.plusSeconds(60), TOLD.plusSeconds(86_400)));
        ladder(Rung.ON_CALL, Rung.ON_CALL, Rung.EVERYBODY);
        tell(ward.enter(ADMITTED_REPORTED));
        for (int minutes = 0; minutes < 60; minutes++) {
            ward.clock.pass(Duration.ofMinutes(1));
            sweep(Ward.ALERT);
        }
        assertThat(facts(AlertEscalated.class)).hasSize(2);
        assertThat(facts(AlertEscalated.class).getFirst().at()).isEqualTo(TOLD.plus(Duration.ofMinutes(15)));
        assertThat(facts(AlertEscalated.class).getFirst().targets()).containsExactly(Ward.HEAD);
        assertThat(facts(AlertEscalated.class).getLast().at()).isEqualTo(TOLD.plus(Duration.ofMinutes(30)));
        assertThat(facts(AlertEscalated.class).getLast().targets())
                .containsExactlyInAnyOrder(Ward.OFFICER, Ward.HEAD, SECOND);
    }

    @Test
    void quiet_hours_hold_back_what_is_not_serious_until_they_end() {
        rules(2, 120);
        quietAroundNoon();
        tell(ward.enter(MILD_REPORTED));
        var alert = "AL-AE-7Q2M9K4T-1";
        assertThat(facts(alert, AlertHeldBack.class))
                .singleElement()
                .satisfies(held -> assertThat(held.held().until()).isEqualTo(TOLD.plus(Duration.ofHours(1))));
        assertThat(facts(alert, AlertRaised.class).getFirst().targets()).containsExactly(Ward.HOOK);
        ward.clock.pass(Duration.ofMinutes(59));
        sweep(alert);
        assertThat(facts(alert, AlertHeldTold.class)).isEmpty();
        ward.clock.pass(Duration.ofMinutes(1));
        sweep(alert);
        sweep(alert);
        assertThat(facts(alert, AlertHeldTold.class)).hasSize(1);
    }

    @Test
    void a_serious_event_ignores_quiet_hours() {
        quietAroundNoon();
        tell(ward.enter(ADMITTED_REPORTED));
        assertThat(facts(AlertHeldBack.class)).isEmpty();
        assertThat(facts(AlertRaised.class).getFirst().targets()).containsExactly(Ward.OFFICER, Ward.HOOK);
    }

    private void quietAroundNoon() {
        var hours = new QuietHours(VIENNA, LocalTime.of(11, 0), LocalTime.of(13, 0));
        ward.watching().setQuietHours(hours, ward.person("safety-officer", "quiet"));
    }

    private void rules(int grade, int minutes) {
        var rules = new AlertRules(List.of(), List.of(), grade, minutes, true, true, true);
        ward.watching().setRules(STUDY, new Asked(true, rules), ward.person("saf-01", "rules"));
    }

    private void rota(Shift... shifts) {
        ward.watching().setRota(STUDY, new Calendar(VIENNA, List.of(shifts), false), ward.person("saf-01", "rota"));
    }

    /** A step every quarter of an hour. */
    private void ladder(String... tell) {
        var rungs = Stream.iterate(0, i -> i < tell.length, i -> i + 1)
                .map(i -> new Rung(Duration.ofMinutes(15L * i), List.of(tell[i])))
                .toList();
        ward.watching().setLadder(STUDY, new Ladder(rungs), ward.person("saf-01", "ladder"));
    }

    private static Shift shift(String person, Instant from, Instant until) {
        return new Shift(person, from, until);
    }

    private Commit<SafetyFact> amend(long version, AdverseEventAmended amended) {
        ward.clock.pass(Duration.ofMinutes(1));
        return ward.journal.append(
                AdverseEvent.stream(REACTION), version, ward.officer("amend-" + version), List.of(amended));
    }

    private void tell(Commit<SafetyFact> commit) {
        ward.policy(SETTINGS).told(commit);
    }

    private void sweep(String alert) {
        OpenAlerts open = new OpenAlerts() {
            @Override
            public List<String> unacknowledged(int stepsBelow) {
                return List.of();
            }

            @Override
            public List<String> undelivered() {
                return List.of();
            }

            @Override
            public List<String> waking(Instant now) {
                return List.of(alert);
            }
        };
        new Escalations(open, ward.alerts(), ward.rule(), new Ladders(SETTINGS, ward.calling(SETTINGS)), ward.clock)
                .sweep();
    }

    private List<String> alerts() {
        return ward.journal.after(0, 0, 1_000).stream()
                .filter(commit -> commit.facts().getFirst() instanceof AlertRaised)
                .map(commit -> ((AlertRaised) commit.facts().getFirst()).alert())
                .toList();
    }

    private <T extends SafetyFact> List<T> facts(Class<T> kind) {
        return facts(Ward.ALERT, kind);
    }

    private <T extends SafetyFact> List<T> facts(String alert, Class<T> kind) {
        return ward.journal.facts(Alert.stream(alert)).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
