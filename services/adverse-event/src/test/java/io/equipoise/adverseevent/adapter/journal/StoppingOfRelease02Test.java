package io.equipoise.adverseevent.adapter.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.Stopping;
import io.equipoise.adverseevent.domain.Tally;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What 0.2 added about when a study stops, as it was written then, read by today's code. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StoppingOfRelease02Test {
    @RegisterExtension
    static final Released RELEASE = new Released("/journal/0.2-stopping.json");

    @Test
    void rules_are_replayed_to_the_same_state() {
        var stopping = Stopping.DECIDER.replay(RELEASE.facts("stopping/NCT07146087"));
        var rule = stopping.rules().get("SEVERE");
        assertThat(rule.set().boundary().at(2)).hasValue(2);
        assertThat(rule.crossings()).hasSize(1);
        assertThat(stopping.tally(rule.set().rule())).isEqualTo(new Tally(2, 2));
        assertThat(stopping.holds()).singleElement().matches(hold -> !hold.open());
    }
}
