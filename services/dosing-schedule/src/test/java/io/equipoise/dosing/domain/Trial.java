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
    public record Part(CourseRule rule) {

        Part routes(Route... routes) {
            return new Part(with(rule.cohort(), rule.period(), rule.firstDose(), List.of(routes), rule.details()));
        }

        Part details(Detail... details) {
            return new Part(with(rule.cohort(), rule.period(), rule.firstDose(), rule.routes(), List.of(details)));
        }

        Part cohort(String cohort) {
            return new Part(with(cohort, rule.period(), rule.firstDose(), rule.routes(), rule.details()));
        }

        Part period(String period) {
            return new Part(with(rule.cohort(), period, rule.firstDose(), rule.routes(), rule.details()));
        }

        Part from(String anchor, int day) {
            return new Part(
                    with(rule.cohort(), rule.period(), new FirstDose(anchor, day), rule.routes(), rule.details()));
        }

        Part amount(@Nullable AmountRule amount) {
            return new Part(how(amount, rule.volume(), rule.factor(), rule.infusionMinutes()));
        }

        Part volume(@Nullable Volume volume) {
            return new Part(how(rule.amount(), volume, rule.factor(), rule.infusionMinutes()));
        }

        Part factor(String factor) {
            return new Part(how(rule.amount(), rule.volume(), factor, rule.infusionMinutes()));
        }

        Part minutes(int from, int to) {
            return new Part(how(rule.amount(), rule.volume(), rule.factor(), new Minutes(from, to)));
        }

        Part when(@Nullable Rhythm rhythm) {
            return new Part(when(rhythm, rule.minimumGap(), rule.window()));
        }

        Part gap(String period) {
            return new Part(when(rule.rhythm(), Period.parse(period), rule.window()));
        }

        Part window(String before, String after) {
            return new Part(
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

    static Part like(CourseRule rule) {
        return new Part(rule);
    }

    /** Something given by vein, 150 mg each time, whose title is its name. */
    public static Part course(String name, @Nullable Rhythm rhythm) {
        return new Part(new CourseRule(
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
    public static Trial of(Part... courses) {
        return new Trial(new Protocol(
                true,
                new FirstDose(Protocol.RANDOMIZATION, 0),
                null,
                null,
                List.of(courses).stream().map(Part::rule).toList(),
                List.of(),
                List.of(),
                List.of()));
    }

    /** Not randomized: counted from enrolment, from lots and not from kits. */
    public Trial open() {
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

    public Trial origin(int day) {
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

    public Trial around(List<CrossoverPeriod> periods, Visit... visits) {
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

    public Plan plan(String day0) {
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
