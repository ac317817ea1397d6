package io.equipoise.randomization.adapter.rest.unblinded;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.randomization.World;
import io.equipoise.randomization.adapter.rest.DesignTwin;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The balance of a study whose people are randomized twice is shown for each time. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BalanceShownTest {

    @Test
    void each_randomization_is_counted_by_the_arms_that_it_gave() {
        var twin = new DesignTwin(List.of("EXOSOMES", "SALINE")).run();
        try (var world = twin.world) {
            var allocation = world.process.allocations.of(World.STUDY);
            var balance = BalanceShown.of(World.STUDY, allocation);
            var scheme = SchemeShown.of(World.STUDY, allocation);
            assertThat(balance.randomizations()).hasSize(2);
            for (int time = 0; time < 2; time++) {
                var shown = balance.randomizations().get(time);
                var given = scheme.randomizations().get(time).allocations();
                assertThat(shown.overall().people()).isEqualTo(given.size()).isPositive();
                assertThat(shown.steps().stream()
                                .map(step -> step.subject() + step.arm().text()))
                        .containsExactlyElementsOf(given.stream()
                                .map(one -> one.subject() + one.arm().text())
                                .toList());
                for (var counted : shown.overall().arms()) {
                    assertThat(counted.people()).isEqualTo((int) given.stream()
                            .filter(one -> one.arm().equals(counted.arm()))
                            .count());
                }
            }
            assertThat(balance.toString() + balance.randomizations()).doesNotContain("EXOSOMES", "SALINE");
        }
    }
}
