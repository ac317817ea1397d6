package io.equipoise.adverseevent.adapter.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.Alert;
import io.equipoise.adverseevent.domain.Officer;
import io.equipoise.adverseevent.domain.Watch;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The watch as release 0.2 wrote it down, read by today's code. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GoldenWatchTest {
    @RegisterExtension
    static final Released RELEASE = new Released("/journal/0.2-watch.json");

    @Test
    void rules_rota_and_ladder_are_replayed_to_the_same_state() {
        var watch = Watch.DECIDER.replay(RELEASE.facts("alert-watch/NCT07146087"));
        assertThat(Watch.DECIDER
                        .replay(RELEASE.facts("alert-rules/NCT07146087"))
                        .rulesVersion())
                .isEqualTo(2);
        assertThat(watch.rota().rota().gaps()).hasSize(1);
        assertThat(watch.ladder().ladder().rungs().getLast().after()).hasToString("PT15M");
    }

    @Test
    void an_officer_is_replayed_to_the_same_state_with_the_key_of_that_officer() {
        var officer = Officer.DECIDER.replay(RELEASE.facts("officer/saf-01"));
        assertThat(officer.quiet()).isNull();
        assertThat(officer.browsers())
                .singleElement()
                .satisfies(browser -> assertThat(browser.endpoint()).isEqualTo("https://push.example/5f2b"));
        assertThat(RELEASE.document().getList("officer/saf-01", Document.class).toString())
                .doesNotContain("push.example");
    }

    @Test
    void an_alert_with_all_that_stands_beside_it_is_replayed_to_the_same_state() {
        var alert = Alert.DECIDER.replay(RELEASE.facts("alert/AL-AE-0J4XTW8Z-2"));
        assertThat(alert.open()).isFalse();
        assertThat(alert.rungs()).hasSize(2);
        assertThat(alert.due())
                .extracting(due -> due.target().to())
                .containsExactlyInAnyOrder("saf-01", "saf-02", "safety-database");
    }
}
