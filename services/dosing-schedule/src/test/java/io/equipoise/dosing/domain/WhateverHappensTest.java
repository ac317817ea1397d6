package io.equipoise.dosing.domain;

import static io.equipoise.dosing.domain.Calendar.DECIDER;
import static io.equipoise.dosing.domain.Ward.PLAN_FROM_11_MARCH;
import static io.equipoise.dosing.domain.Ward.TODAY;
import static io.equipoise.dosing.domain.Ward.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.dosing.domain.CalendarCommand.Administer;
import io.equipoise.dosing.domain.CalendarCommand.Hold;
import io.equipoise.dosing.domain.CalendarCommand.Miss;
import io.equipoise.dosing.domain.CalendarCommand.Release;
import io.equipoise.dosing.domain.CalendarCommand.StopDosing;
import io.equipoise.dosing.domain.CalendarEvent.DoseAdministered;
import io.equipoise.dosing.domain.CalendarEvent.DosingStopped;
import io.equipoise.dosing.domain.Circumstances.Kit;
import io.equipoise.dosing.domain.Infusion.Deviation;
import io.equipoise.dosing.domain.Ward.Infused;
import io.equipoise.platform.Decision.Accepted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Thousands of random lives of one calendar, each from its own seed: the promises hold in every one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WhateverHappensTest {
    private static final int LIVES = 3000;
    private static final int COMMANDS = 40;

    @Test
    void the_promises_hold_in_every_life() {
        int given = 0;
        long deviating = 0;
        for (int seed = 0; seed < LIVES; seed++) {
            var life = new Life(seed);
            life.live();
            given += life.given.size();
            deviating += life.given.stream()
                    .filter(dose -> dose.deviations().contains(Deviation.OUT_OF_WINDOW))
                    .count();
        }
        assertThat(given).as("lives in which something happens").isGreaterThan(LIVES);
        assertThat(deviating).as("infusions outside their window").isGreaterThan(LIVES / 10L);
    }

    private static final class Life {
        private final int seed;
        private final Random chance;
        private final List<CalendarEvent> history = new ArrayList<>();
        private final List<DoseAdministered> given = new ArrayList<>();
        private Calendar living = DECIDER.initial();

        Life(int seed) {
            this.seed = seed;
            this.chance = new Random(seed);
        }

        void live() {
            var on = day("2025-03-05");
            for (int step = 0; step < COMMANDS; step++) {
                on = on.plusDays(chance.nextInt(21)).minusDays(chance.nextInt(4));
                var before = living;
                if (DECIDER.decide().apply(before, anything(on)) instanceof Accepted<CalendarEvent>(var facts)) {
                    facts.forEach(fact -> follow(before, fact));
                }
            }
            assertThat(DECIDER.replay(history)).as("replay of seed %d", seed).isEqualTo(living);
            if (living.plan() != null) {
                assertThat(living.entries())
                        .as("lines of seed %d", seed)
                        .isEqualTo(new Reckoning(living, living.plan()).entries());
            }
        }

        private CalendarCommand anything(LocalDate on) {
            int dose = 1 + chance.nextInt(4);
            return switch (chance.nextInt(16)) {
                case 0 -> new Hold(dose, on, "a reason", TODAY);
                case 1, 2 -> new Release(dose, on, "a reason", TODAY);
                case 3 -> new Miss(dose, on, "a reason", TODAY);
                case 4 ->
                    chance.nextInt(12) > 0
                            ? PLAN_FROM_11_MARCH
                            : new StopDosing(on, StopScope.values()[chance.nextInt(2)], "a reason");
                case 5, 6 -> PLAN_FROM_11_MARCH;
                case 7, 8, 9 -> Ward.infusion(next(), on.toString());
                case 10 -> again(dose, on);
                default -> Ward.deviating(next(), on.toString(), "a reason that is long enough");
            };
        }

        /** Any dose, whatever became of it, with a kit that was never used. */
        private CalendarCommand again(int dose, LocalDate on) {
            var plain = Ward.given(dose, on.toString());
            var fresh = new Infused(
                            dose,
                            "K-fresh",
                            plain.startedAt(),
                            plain.stoppedAt(),
                            plain.volume(),
                            plain.interruptions(),
                            "a reason that is long enough")
                    .told();
            var kit = new Kit("K-fresh", Ward.ANNA.toString(), dose, "P-0002", plain.startedAt(), null);
            var known = new Circumstances(Ward.consented(), List.of(), Ward.recruiting(), kit);
            return new Administer(Ward.ANNA, fresh, known, TODAY);
        }

        private int next() {
            return (int) living.doses().values().stream()
                            .filter(DoseFate::settled)
                            .count()
                    + 1;
        }

        private void follow(Calendar before, CalendarEvent fact) {
            history.add(fact);
            living = living.evolve(fact);
            if (fact instanceof DoseAdministered dose) {
                promised(before, dose);
                given.add(dose);
            }
            if (fact instanceof DosingStopped) {
                assertThat(living.stop()).isNotNull();
            }
        }

        private void promised(Calendar before, DoseAdministered dose) {
            for (var earlier : given) {
                assertThat(dose.startedOn())
                        .as("gap in seed %d", seed)
                        .isAfterOrEqualTo(earlier.startedOn().plusDays(70));
            }
            var used = new HashSet<Integer>();
            given.forEach(earlier -> used.add(earlier.dose()));
            assertThat(used).as("one administration a dose in seed %d", seed).doesNotContain(dose.dose());
            var target = day("2025-03-11").plusWeeks(12L * (dose.dose() - 1));
            var inside = !dose.startedOn().isBefore(target.minusDays(7))
                    && !dose.startedOn().isAfter(target.plusDays(7));
            assertThat(dose.deviations().contains(Deviation.OUT_OF_WINDOW))
                    .as("window in seed %d", seed)
                    .isEqualTo(!inside);
            assertThat(before.stop() == null
                            || dose.startedOn().isBefore(before.stop().on()))
                    .as("nothing after the stop in seed %d", seed)
                    .isTrue();
            assertThat(before.fate(dose.dose()).holdOn(dose.startedOn()))
                    .as("nothing while held in seed %d", seed)
                    .isEmpty();
        }
    }
}
