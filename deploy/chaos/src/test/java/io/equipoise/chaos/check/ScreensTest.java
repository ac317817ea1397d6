package io.equipoise.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.chaos.evidence.Commit;
import io.equipoise.chaos.evidence.Pushed;
import io.equipoise.chaos.watch.Screen;
import io.equipoise.chaos.watch.Shown;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScreensTest {
    private static final List<String> ALERTS = List.of("AL-1", "AL-2", "AL-3");

    /** Two officers, three alerts, one of which went a step up. */
    private static final class Ward {
        private final List<Shown> first = screen();
        private final List<Shown> second = screen();
        private final List<Commit> journal = new ArrayList<>(List.of(
                commit("AlertAcknowledged.v1", "AL-1"),
                commit("AlertEscalated.v1", "AL-2"),
                commit("AlertAcknowledged.v1", "AL-3")));

        private Set<String> said() {
            var screens = List.of(new Screen("first", 0, first, 1), new Screen("second", 0, second, 3));
            return Screens.of(ALERTS, screens, journal).stream()
                    .map(Finding::check)
                    .collect(Collectors.toSet());
        }
    }

    private record Planted(Consumer<Ward> bug, Set<String> caughtBy) {}

    private static final Map<String, Planted> BUGS = Map.of(
            "an alert that is lost at the end of a screen",
            new Planted(ward -> ward.second.removeLast(), Set.of(Screens.REACHED)),
            "an alert passed over",
            new Planted(ward -> ward.second.remove(1), Set.of(Screens.REACHED, Screens.GAPLESS)),
            "the first number passed over",
            new Planted(ward -> ward.first.removeFirst(), Set.of(Screens.REACHED, Screens.GAPLESS)),
            "the same number twice after a new connection",
            new Planted(ward -> ward.second.add(2, ward.second.get(1)), Set.of(Screens.ONCE, Screens.GAPLESS)),
            "an alert under a second number",
            new Planted(
                    ward -> List.of(ward.first, ward.second).forEach(shown -> shown.add(shown(5, "alert", "AL-1"))),
                    Set.of(Screens.ONCE)),
            "two that changed places",
            new Planted(ward -> ward.first.add(1, ward.first.remove(2)), Set.of(Screens.GAPLESS)),
            "a number that means something else to another",
            new Planted(ward -> ward.second.set(2, shown(3, "acknowledged", "AL-2")), Set.of(Screens.SAME)),
            "an alert that nobody saw to",
            new Planted(ward -> ward.journal.remove(1), Set.of(Screens.SEEN_TO)));

    @Test
    void a_ward_in_order_is_left_in_peace() {
        assertThat(new Ward().said()).isEmpty();
    }

    @Test
    void each_planted_bug_is_found_by_the_checks_that_are_for_it_and_by_no_other() {
        BUGS.forEach((name, planted) -> {
            var ward = new Ward();
            planted.bug().accept(ward);
            assertThat(ward.said()).as(name).isEqualTo(planted.caughtBy());
        });
    }

    @Test
    void no_check_is_without_a_bug_that_it_finds() {
        var bitten = new HashSet<String>();
        BUGS.values().forEach(planted -> bitten.addAll(planted.caughtBy()));
        assertThat(bitten)
                .containsExactlyInAnyOrder(
                        Screens.REACHED, Screens.ONCE, Screens.GAPLESS, Screens.SAME, Screens.SEEN_TO);
    }

    @Test
    void who_sat_down_later_has_no_gap_before() {
        var later = new Screen("later", 3, screen().subList(3, 4), 1);
        assertThat(Screens.of(List.of("AL-3"), List.of(later), List.of(commit("AlertEscalated.v1", "AL-3"))))
                .isEmpty();
    }

    private static List<Shown> screen() {
        return new ArrayList<>(List.of(
                shown(1, "alert", "AL-1"),
                shown(2, "alert", "AL-2"),
                shown(3, "escalated", "AL-2"),
                shown(4, "alert", "AL-3")));
    }

    private static Shown shown(long number, String kind, String alert) {
        return new Shown(new Pushed(number, kind, alert, ""), 0, number);
    }

    private static Commit commit(String type, String alert) {
        var fact = new Commit.Fact(type, Map.of("alert", alert));
        return new Commit("adverse-event", alert + type, "alert/" + alert, 2, 0, 9, "saf-01", "f", List.of(fact));
    }
}
