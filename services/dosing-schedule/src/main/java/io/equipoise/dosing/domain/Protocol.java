package io.equipoise.dosing.domain;

import io.equipoise.dosing.domain.Route.Detail;
import io.equipoise.dosing.domain.Schedule.FirstDose;
import io.equipoise.dosing.domain.Schedule.ScanPoint;
import io.equipoise.dosing.domain.Schedule.Window;
import io.equipoise.dosing.domain.quantity.AmountRule;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a study definition says about what is given and when; null is what it leaves open.
 *
 * @param randomized whether chance decides who gets what: then what is given comes in numbered kits
 * @param firstDose what the first dose of every course counts from, unless a course says otherwise
 * @param dayOrigin the number of the protocol's first day, 0 or 1
 */
public record Protocol(
        boolean randomized,
        @Nullable FirstDose firstDose,
        @Nullable Integer dayOrigin,
        @Nullable WeightRule weight,
        List<CourseRule> courses,
        List<CrossoverPeriod> periods,
        List<ScanPoint> scans,
        List<Visit> visits) {
    public static final String RANDOMIZATION = "RANDOMIZATION";
    public static final String ENROLMENT = "ENROLMENT";
    public static final String FIRST_DOSE = "FIRST_DOSE";

    /** One thing that is given: what, how, how much and when. */
    public record CourseRule(
            String course,
            String title,
            @Nullable String cohort,
            @Nullable String period,
            @Nullable FirstDose firstDose,
            List<Route> routes,
            @Nullable AmountRule amount,
            @Nullable Volume volume,
            @Nullable String factor,
            @Nullable Rhythm rhythm,
            @Nullable Period minimumGap,
            @Nullable Window window,
            @Nullable Minutes infusionMinutes,
            List<Detail> details) {
        public CourseRule {
            routes = List.copyOf(routes);
            details = List.copyOf(details);
        }
    }

    /** How long one infusion should take. */
    public record Minutes(int from, int to) {}

    /** Whether nothing is given without a weight, and how old that may be. */
    public record WeightRule(boolean required, Period notOlderThan) {}

    /** A period of a crossover, counted from day 0; it ends before the day that its end gives. */
    public record CrossoverPeriod(String period, Period from, Period to) {}

    /** A visit, with or without a dose, counted from day 0. */
    public record Visit(
            String visit,
            String title,
            int day,
            @Nullable Period before,
            @Nullable Period after,
            List<String> assessments) {
        public Visit {
            assessments = List.copyOf(assessments);
        }
    }

    public Protocol {
        courses = List.copyOf(courses);
        periods = List.copyOf(periods);
        scans = List.copyOf(scans);
        visits = List.copyOf(visits);
    }

    /** Whether some of what is given depends on the cohort that a person is put into. */
    public boolean hasCohorts() {
        return courses.stream().anyMatch(course -> course.cohort() != null);
    }

    /** What the calendar's day 0 is; null where the protocol leaves it open. */
    public @Nullable String anchor() {
        return firstDose == null ? null : firstDose.anchor();
    }
}
