package io.equipoise.dosing.domain;

import static io.equipoise.dosing.domain.Calendar.DECIDER;
import static io.equipoise.dosing.domain.Ward.TODAY;
import static io.equipoise.dosing.domain.Ward.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.dosing.domain.CalendarCommand.Amend;
import io.equipoise.dosing.domain.CalendarCommand.Hold;
import io.equipoise.dosing.domain.CalendarCommand.Miss;
import io.equipoise.dosing.domain.CalendarCommand.Plan;
import io.equipoise.dosing.domain.CalendarCommand.Release;
import io.equipoise.dosing.domain.CalendarCommand.StopDosing;
import io.equipoise.dosing.domain.CalendarEvent.CalendarAmended;
import io.equipoise.dosing.domain.CalendarEvent.DoseAdministered;
import io.equipoise.dosing.domain.Drawn.Course;
import io.equipoise.dosing.domain.Entry.Kind;
import io.equipoise.dosing.domain.Entry.State;
import io.equipoise.dosing.domain.Infusion.Deviation;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Decision.Accepted;
import io.equipoise.platform.web.StrictJson;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Random protocols of every rhythm, each with a random life in a random zone: amendments, holds, late visits, clock
 * changes. The promises hold in every one.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WhateverIsPlannedTest {
    private static final int LIVES = 400;
    private static final int COMMANDS = 30;
    private static final List<String> ZONES =
            List.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Kiritimati", "Pacific/Apia");

    @Test
    void the_promises_hold_for_every_protocol() {
        int given = 0;
        int amended = 0;
        int deviating = 0;
        for (int seed = 0; seed < LIVES; seed++) {
            var life = new Life(seed);
            life.live();
            given += life.given.size();
            amended += life.amended;
            deviating += life.deviating;
        }
        assertThat(given).as("doses given").isGreaterThan(LIVES);
        assertThat(amended).as("amendments").isGreaterThan(LIVES / 10);
        assertThat(deviating).as("doses outside their window").isGreaterThan(LIVES / 20);
    }

    private static final class Life {
        private final int seed;
        private final Random chance;
        private final AnyProtocol protocols;
        private final ZoneId zone;
        private final LocalDate day0;
        private final List<CalendarEvent> history = new ArrayList<>();
        private final List<DoseAdministered> given = new ArrayList<>();
        private Calendar living = DECIDER.initial();
        private int version = 2;
        private int amended;
        private int deviating;

        Life(int seed) {
            this.seed = seed;
            this.chance = new Random(seed);
            this.protocols = new AnyProtocol(chance);
            this.zone = ZoneId.of(ZONES.get(chance.nextInt(ZONES.size())));
            this.day0 = day("2025-03-20").plusDays(chance.nextInt(240));
        }

        void live() {
            var protocol = protocols.any();
            var plan = new Plan(Protocol.ENROLMENT, day0, zone, version, protocol, null, true);
            assertThat(decided(plan)).as("drawn twice, seed %d", seed).isEqualTo(decided(plan));
            if (!(decided(plan) instanceof Accepted<CalendarEvent>(var planned))) {
                throw new AssertionError(decided(plan));
            }
            planned.forEach(this::follow);
            var on = day0;
            for (int step = 0; step < COMMANDS; step++) {
                on = on.plusDays(chance.nextInt(9)).minusDays(chance.nextInt(3));
                if (decided(anything(on)) instanceof Accepted<CalendarEvent>(var facts)) {
                    facts.forEach(this::follow);
                    nothingIsLost();
                }
            }
            rebuilt();
        }

        private Decision<CalendarEvent> decided(CalendarCommand command) {
            return DECIDER.decide().apply(living, command);
        }

        private CalendarCommand anything(LocalDate on) {
            int doses = Math.max(1, living.doses().size());
            int dose = 1 + chance.nextInt(doses);
            return switch (chance.nextInt(14)) {
                case 0 -> new Hold(dose, on, "a reason", TODAY);
                case 1, 2 -> new Release(dose, on, "a reason", TODAY);
                case 3 -> new Miss(next(), on, "a reason", TODAY);
                case 4 -> new Amend(++version, protocols.any(), on, "a reason", TODAY);
                case 5 ->
                    chance.nextInt(10) > 0
                            ? new Amend(++version, protocols.wider(), on, "a reason", TODAY)
                            : new StopDosing(on, StopScope.TREATMENT, "a reason");
                case 6, 7 ->
                    bedside(dose, on).because("a reason that is long enough").given();
                default -> bedside(next(), on).given();
                case 8, 9, 10 ->
                    bedside(next(), on).because("a reason that is long enough").given();
            };
        }

        private Bedside bedside(int dose, LocalDate on) {
            return Bedside.dose(dose, on.toString())
                    .lot("L")
                    .at("%02d:%02d".formatted(chance.nextInt(24), chance.nextInt(60)));
        }

        private int next() {
            for (int dose = 1; dose <= living.doses().size(); dose++) {
                if (!living.fate(dose).settled()) {
                    return dose;
                }
            }
            return 1;
        }

        private void follow(CalendarEvent fact) {
            if (fact instanceof DoseAdministered dose) {
                promised(living, dose);
                given.add(dose);
            }
            if (fact instanceof CalendarAmended) {
                amended++;
            }
            history.add(fact);
            living = living.evolve(fact);
        }

        private void promised(Calendar before, DoseAdministered dose) {
            var drawn = before.plan().drawn();
            var course = drawn.courseOf(dose.dose());
            assertThat(given).extracting(DoseAdministered::dose).doesNotContain(dose.dose());
            int sameDay = 0;
            for (var earlier : given) {
                var other = drawn.courseOf(earlier.dose());
                sameDay += other.equals(course) && earlier.startedOn().equals(dose.startedOn()) ? 1 : 0;
                if (other.follows(course) && course.minimumGap() != null) {
                    assertThat(dose.startedOn())
                            .as("gap in seed %d", seed)
                            .isAfterOrEqualTo(earlier.startedOn().plus(course.minimumGap()));
                }
            }
            assertThat(sameDay).as("doses a day in seed %d", seed).isLessThan((int) drawn.mostInADay(course.course()));
            var inside = inside(before, course, dose);
            deviating += inside ? 0 : 1;
            assertThat(dose.deviations().contains(Deviation.OUT_OF_WINDOW))
                    .as("window in seed %d", seed)
                    .isEqualTo(!inside);
            assertThat(before.fate(dose.dose()).holdOn(dose.startedOn()))
                    .as("nothing while held in seed %d", seed)
                    .isEmpty();
        }

        /** Worked out again from the plan alone. */
        private static boolean inside(Calendar before, Course course, DoseAdministered dose) {
            var on = dose.startedOn();
            var target = course.first()
                    .plus(before.plan().drawn().planned(dose.dose()).after());
            var window = course.window();
            boolean inWindow = window == null
                    || (!on.isBefore(target.minus(window.before())) && !on.isAfter(target.plus(window.after())));
            boolean inPeriod = (course.opens() == null || !on.isBefore(course.opens()))
                    && (course.closes() == null || on.isBefore(course.closes()));
            return inWindow && inPeriod;
        }

        private void nothingIsLost() {
            assertThat(living.entries().stream().filter(line -> line.kind() == Kind.DOSE))
                    .as("every planned dose has its line in seed %d", seed)
                    .extracting(Entry::dose)
                    .containsExactlyElementsOf(living.plan().drawn().doses().stream()
                            .map(Drawn.PlannedDose::dose)
                            .toList());
            for (var dose : given) {
                assertThat(living.entries().get(dose.dose() - 1).state())
                        .as("what was given stays given in seed %d", seed)
                        .isEqualTo(State.GIVEN);
            }
            assertThat(living.entries())
                    .as("lines of seed %d", seed)
                    .isEqualTo(new Reckoning(living, living.plan()).entries());
        }

        private void rebuilt() {
            var json = StrictJson.mapper();
            var read = new ArrayList<CalendarEvent>();
            for (var fact : history) {
                read.add(json.treeToValue(json.valueToTree(fact), fact.getClass()));
            }
            assertThat(DECIDER.replay(read))
                    .as("rebuilt from the journal, seed %d", seed)
                    .isEqualTo(living);
        }
    }
}
