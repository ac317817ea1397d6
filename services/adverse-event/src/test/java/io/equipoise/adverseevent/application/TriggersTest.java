package io.equipoise.adverseevent.application;

import static io.equipoise.adverseevent.domain.Wards.ADMITTED_REPORTED;
import static io.equipoise.adverseevent.domain.Wards.ANNA;
import static io.equipoise.adverseevent.domain.Wards.BORIS;
import static io.equipoise.adverseevent.domain.Wards.REACTION;
import static io.equipoise.adverseevent.domain.Wards.TOLD;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.application.Watching.Asked;
import io.equipoise.adverseevent.domain.AdverseEvent;
import io.equipoise.adverseevent.domain.Alert;
import io.equipoise.adverseevent.domain.AlertFact.AlertRaised;
import io.equipoise.adverseevent.domain.CallFact.AlertHeldBack;
import io.equipoise.adverseevent.domain.ClusterFact.ClusterNoticed;
import io.equipoise.adverseevent.domain.EventCoded;
import io.equipoise.adverseevent.domain.Relation;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.StoppingFact.BoundaryCrossed;
import io.equipoise.adverseevent.domain.StoppingFact.EventNoted;
import io.equipoise.adverseevent.domain.Wards;
import io.equipoise.adverseevent.domain.alerting.AlertRules;
import io.equipoise.adverseevent.domain.alerting.QuietHours;
import io.equipoise.platform.journal.Commit;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What other parts of the room find calls an officer too, under a number of its own. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TriggersTest {
    private static final String STUDY = ANNA.study();
    private static final Recipients SETTINGS = new Recipients(List.of(Ward.OFFICER), List.of());
    private static final String CODED = "AL-" + REACTION + "-CODED";
    private final Ward ward = new Ward();

    @Test
    void a_cluster_calls_each_time_that_it_has_grown_and_once_for_each_size() {
        ward.enter(ADMITTED_REPORTED);
        tell(noticed(1, 2));
        tell(noticed(2, 3));
        assertThat(raised("AL-CL-7-2")).singleElement().satisfies(raised -> {
            assertThat(raised.rule()).isEqualTo("LOT_CLUSTER");
            assertThat(raised.event()).isEqualTo(REACTION);
            assertThat(raised.subject()).isEqualTo(ANNA);
            assertThat(raised.summary()).isEqualTo("2 people of lot P-0001 had the like");
        });
        assertThat(raised("AL-CL-7-3")).hasSize(1);
    }

    @Test
    void a_crossed_boundary_calls_for_the_event_that_crossed_it_and_wakes_people() {
        var noon = new QuietHours(ZoneId.of("UTC"), LocalTime.of(10, 0), LocalTime.of(14, 0));
        ward.watching().setQuietHours(noon, ward.person("safety-officer", "quiet"));
        tell(crossed());
        var alert = "AL-STOP-NCT07146087-deaths-within-30-days-1";
        assertThat(raised(alert)).singleElement().satisfies(raised -> {
            assertThat(raised.rule()).isEqualTo("STOPPING_BOUNDARY");
            assertThat(raised.event()).isEqualTo("AE-00000002");
            assertThat(raised.subject()).isEqualTo(BORIS);
            assertThat(raised.targets()).containsExactly(Ward.OFFICER);
        });
        assertThat(ward.journal.facts(Alert.stream(alert))).noneMatch(AlertHeldBack.class::isInstance);
    }

    @Test
    void what_a_study_has_switched_off_calls_nobody() {
        var none = new AlertRules(List.of(), List.of(), null, null, false, false, false);
        ward.watching().setRules(STUDY, new Asked(true, none), ward.person("saf-01", "rules"));
        ward.enter(ADMITTED_REPORTED);
        tell(noticed(1, 2));
        tell(crossed());
        assertThat(ward.journal.after(0, 0, 100))
                .noneMatch(commit -> commit.stream().startsWith("alert/"));
    }

    @Test
    void a_code_of_special_interest_calls_once_however_often_the_event_is_coded_anew() {
        rules(List.of(), List.of("10051792", "10051793"));
        ward.enter(Wards.MILD_REPORTED);
        tell(coded(2, "27.1", "10051792"));
        tell(coded(3, "28.0", "10051792"));
        tell(coded(4, "28.0", "10051793"));
        assertThat(raised(CODED)).singleElement().satisfies(raised -> {
            assertThat(raised.rule()).isEqualTo("SPECIAL_INTEREST");
            assertThat(raised.event()).isEqualTo(REACTION);
            assertThat(raised.grade()).isEqualTo(Wards.MILD.grade());
        });
    }

    @Test
    void a_code_counts_under_its_preferred_term_too_and_calls_for_a_serious_event_as_well() {
        rules(List.of(), List.of("above 10051792"));
        ward.enter(ADMITTED_REPORTED);
        tell(coded(2, "28.0", "10051792"));
        assertThat(raised(CODED)).hasSize(1);
    }

    @Test
    void a_code_that_no_list_has_calls_nobody_and_a_list_counts_from_when_it_was_set() {
        ward.enter(Wards.MILD_REPORTED);
        tell(coded(2, "28.0", "10051792"));
        ward.clock.pass(Duration.ofMinutes(1));
        rules(List.of(), List.of("10051792"));
        ward.policy(SETTINGS)
                .told(ward.journal.read(AdverseEvent.stream(REACTION)).getLast());
        assertThat(raised(CODED)).isEmpty();
    }

    @Test
    void what_already_called_by_its_term_does_not_call_again_by_its_code() {
        rules(List.of("reaction"), List.of("10051792"));
        ward.enter(Wards.MILD_REPORTED);
        tell(coded(2, "28.0", "10051792"));
        assertThat(raised(CODED)).isEmpty();
    }

    private void rules(List<String> terms, List<String> codes) {
        var asked = new AlertRules(terms, codes, null, null, true, true, true);
        ward.watching().setRules(STUDY, new Asked(true, asked), ward.person("saf-01", "rules"));
    }

    private Commit<SafetyFact> coded(int version, String ofDictionary, String code) {
        return ward.journal.append(
                AdverseEvent.stream(REACTION),
                version,
                ward.officer("coded-" + version),
                List.of(new EventCoded(
                        REACTION,
                        ANNA,
                        "MEDDRA",
                        ofDictionary,
                        code,
                        "A term",
                        Wards.MILD.term(),
                        EventCoded.Match.JUDGED,
                        null)));
    }

    private Commit<SafetyFact> noticed(int version, int people) {
        return ward.journal.append(
                "cluster/CL-7",
                version,
                ward.officer("cluster-" + version),
                List.of(new ClusterNoticed(
                        "CL-7", STUDY, "P-0001", "reaction", people, List.of("AE-00000001", REACTION))));
    }

    private Commit<SafetyFact> crossed() {
        return ward.journal.append(
                "stopping/" + STUDY,
                1,
                ward.officer("crossed"),
                List.of(
                        noted(1, ANNA.toString()),
                        noted(2, BORIS.toString()),
                        new BoundaryCrossed(STUDY, "deaths within 30 days", 1, 12, 2, 2, "rare", TOLD)));
    }

    private static EventNoted noted(int number, String subject) {
        return new EventNoted(
                STUDY, subject, "AE-0000000" + number, 1, "Death", 5, true, Relation.POSSIBLE, Wards.ADMITTED.onset());
    }

    private void tell(Commit<SafetyFact> commit) {
        ward.policy(SETTINGS).told(commit);
        ward.policy(SETTINGS).told(commit);
    }

    private List<AlertRaised> raised(String alert) {
        return ward.journal.facts(Alert.stream(alert)).stream()
                .filter(AlertRaised.class::isInstance)
                .map(AlertRaised.class::cast)
                .toList();
    }
}
