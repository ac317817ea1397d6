package io.equipoise.dosing.domain;

import io.equipoise.dosing.domain.CalendarCommand.Plan;
import io.equipoise.dosing.domain.Protocol.CourseRule;
import io.equipoise.dosing.domain.Protocol.CrossoverPeriod;
import io.equipoise.dosing.domain.Protocol.Minutes;
import io.equipoise.dosing.domain.Protocol.Visit;
import io.equipoise.dosing.domain.Protocol.WeightRule;
import io.equipoise.dosing.domain.Route.Detail;
import io.equipoise.dosing.domain.Schedule.FirstDose;
import io.equipoise.dosing.domain.Schedule.Window;
import io.equipoise.dosing.domain.quantity.AmountRule;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A protocol put together for a test, one sentence at a time. */
public record Trial(Protocol protocol) {

    /** One course of it, changed one word at a time. */
    public record Given(CourseRule rule) {

        Given routes(Route... routes) {
            return new Given(with(rule.cohort(), rule.period(), rule.firstDose(), List.of(routes), rule.details()));
        }

        Given details(Detail... details) {
            return new Given(with(rule.cohort(), rule.period(), rule.firstDose(), rule.routes(), List.of(details)));
        }

        Given cohort(String cohort) {
            return new Given(with(cohort, rule.period(), rule.firstDose(), rule.routes(), rule.details()));
        }

        Given period(String period) {
            return new Given(with(rule.cohort(), period, rule.firstDose(), rule.routes(), rule.details()));
        }

        Given from(String anchor, int day) {
            return new Given(
                    with(rule.cohort(), rule.period(), new FirstDose(anchor, day), rule.routes(), rule.details()));
        }

        Given amount(@Nullable AmountRule amount) {
            return new Given(how(amount, rule.volume(), rule.factor(), rule.infusionMinutes()));
        }

        Given volume(@Nullable Volume volume) {
            return new Given(how(rule.amount(), volume, rule.factor(), rule.infusionMinutes()));
        }

        Given factor(String factor) {
            return new Given(how(rule.amount(), rule.volume(), factor, rule.infusionMinutes()));
        }

        Given minutes(int from, int to) {
            return new Given(how(rule.amount(), rule.volume(), rule.factor(), new Minutes(from, to)));
        }

        Given when(@Nullable Rhythm rhythm) {
            return new Given(when(rhythm, rule.minimumGap(), rule.window()));
        }

        Given gap(String period) {
            return new Given(when(rule.rhythm(), Period.parse(period), rule.window()));
        }

        Given window(String before, String after) {
            return new Given(
                    when(rule.rhythm(), rule.minimumGap(), new Window(Period.parse(before), Period.parse(after))));
        }

        private CourseRule with(
                @Nullable String cohort,
                @Nullable String period,
                @Nullable FirstDose first,
                List<Route> routes,
                List<Detail> details) {
            return new CourseRule(
                    rule.course(),
                    rule.title(),
                    cohort,
                    period,
                    first,
                    routes,
                    rule.amount(),
                    rule.volume(),
                    rule.factor(),
                    rule.rhythm(),
                    rule.minimumGap(),
                    rule.window(),
                    rule.infusionMinutes(),
                    details);
        }

        private CourseRule how(
                @Nullable AmountRule amount,
                @Nullable Volume volume,
                @Nullable String factor,
                @Nullable Minutes minutes) {
            return new CourseRule(
                    rule.course(),
                    rule.title(),
                    rule.cohort(),
                    rule.period(),
                    rule.firstDose(),
                    rule.routes(),
                    amount,
                    volume,
                    factor,
                    rule.rhythm(),
                    rule.minimumGap(),
                    rule.window(),
                    minutes,
                    rule.details());
        }

        private CourseRule when(@Nullable Rhythm rhythm, @Nullable Period gap, @Nullable Window window) {
            return new CourseRule(
                    rule.course(),
                    rule.title(),
                    rule.cohort(),
                    rule.period(),
                    rule.firstDose(),
                    rule.routes(),
                    rule.amount(),
                    rule.volume(),
                    rule.factor(),
                    rhythm,
                    gap,
                    window,
                    rule.infusionMinutes(),
                    rule.details());
        }
    }

    static Given like(CourseRule rule) {
        return new Given(rule);
    }

    /** Something given by vein, 150 mg each time, whose title is its name. */
    static Given course(String name, @Nullable Rhythm rhythm) {
        return new Given(new CourseRule(
                name.toUpperCase(Locale.ROOT).replace(' ', '_'),
                name,
                null,
                null,
                null,
                List.of(Route.INTRAVENOUS),
                AmountRule.of(AmountRule.Per.DOSE, "150", "mg"),
                null,
                null,
                rhythm,
                null,
                null,
                null,
                List.of()));
    }

    /** Randomized, counted from randomization, and nothing else said. */
    static Trial of(Given... courses) {
        return new Trial(new Protocol(
                true,
                new FirstDose(Protocol.RANDOMIZATION, 0),
                null,
                null,
                List.of(courses).stream().map(Given::rule).toList(),
                List.of(),
                List.of(),
                List.of()));
    }

    /** Not randomized: counted from enrolment, from lots and not from kits. */
    Trial open() {
        return new Trial(new Protocol(
                false,
                new FirstDose(Protocol.ENROLMENT, 0),
                protocol.dayOrigin(),
                protocol.weight(),
                protocol.courses(),
                protocol.periods(),
                protocol.scans(),
                protocol.visits()));
    }

    Trial anchor(@Nullable FirstDose first) {
        return new Trial(new Protocol(
                protocol.randomized(),
                first,
                protocol.dayOrigin(),
                protocol.weight(),
                protocol.courses(),
                protocol.periods(),
                protocol.scans(),
                protocol.visits()));
    }

    Trial origin(int day) {
        return new Trial(new Protocol(
                protocol.randomized(),
                protocol.firstDose(),
                day,
                protocol.weight(),
                protocol.courses(),
                protocol.periods(),
                protocol.scans(),
                protocol.visits()));
    }

    Trial weighed(String notOlderThan) {
        return new Trial(new Protocol(
                protocol.randomized(),
                protocol.firstDose(),
                protocol.dayOrigin(),
                new WeightRule(true, Period.parse(notOlderThan)),
                protocol.courses(),
                protocol.periods(),
                protocol.scans(),
                protocol.visits()));
    }

    Trial around(List<CrossoverPeriod> periods, Visit... visits) {
        return new Trial(new Protocol(
                protocol.randomized(),
                protocol.firstDose(),
                protocol.dayOrigin(),
                protocol.weight(),
                protocol.courses(),
                periods,
                protocol.scans(),
                List.of(visits)));
    }

    Plan plan(String day0) {
        return planFor(null, day0);
    }

    Plan planFor(@Nullable String cohort, String day0) {
        var anchor = protocol.randomized() ? Protocol.RANDOMIZATION : Protocol.ENROLMENT;
        return new Plan(anchor, LocalDate.parse(day0), Ward.BERLIN, 2, protocol, cohort, true);
    }

    /** The study is active for enrolment only. */
    Plan enrolmentOnly(String day0) {
        var plan = plan(day0);
        return new Plan(plan.anchor(), plan.day0(), plan.zone(), 1, protocol, null, false);
    }
}
