package io.equipoise.dosing.domain;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.equipoise.dosing.domain.Protocol.Minutes;
import io.equipoise.dosing.domain.Protocol.Visit;
import io.equipoise.dosing.domain.Protocol.WeightRule;
import io.equipoise.dosing.domain.Route.Detail;
import io.equipoise.dosing.domain.Schedule.ScanPoint;
import io.equipoise.dosing.domain.Schedule.Window;
import io.equipoise.dosing.domain.quantity.AmountRule;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's plan as it was drawn from the protocol: every dose with its number, so that what a later release makes of a
 * rhythm changes no calendar.
 *
 * @param anchor what day 0 is
 * @param dayOrigin the number of the protocol's first day; day 0 is that day
 * @param kits whether what is given comes in numbered kits
 * @param open why doses are not planned, where they are not
 */
public record Drawn(
        String anchor,
        @Nullable Integer dayOrigin,
        boolean kits,
        @Nullable String cohort,
        @Nullable WeightRule weight,
        List<Course> courses,
        List<PlannedDose> doses,
        List<Treatment> treatments,
        List<ScanPoint> scans,
        List<Visit> visits,
        List<String> open) {

    /**
     * One thing that this person is given.
     *
     * @param first the course's first day
     * @param afterFirstDose whether that day moves with the day on which dose 1 is really given
     * @param opens the first day of its period of a crossover
     * @param closes the first day after it
     * @param routes one for all, or one an administration
     */
    public record Course(
            String course,
            String title,
            LocalDate first,
            boolean afterFirstDose,
            @Nullable LocalDate opens,
            @Nullable LocalDate closes,
            List<Route> routes,
            @Nullable AmountRule amount,
            @Nullable Volume volume,
            @Nullable String factor,
            @Nullable Period minimumGap,
            @Nullable Window window,
            @Nullable Minutes infusionMinutes,
            List<Detail> details) {
        public Course {
            routes = List.copyOf(routes);
            details = List.copyOf(details);
        }

        /** Whether doses of both keep one order and one gap: of one course, or of the periods of one crossover. */
        boolean follows(Course other) {
            return course.equals(other.course) || (opens != null && other.opens != null);
        }

        public @Nullable Route route(int ordinal) {
            if (routes.isEmpty()) {
                return null;
            }
            return routes.get(routes.size() == 1 ? 0 : Math.min(ordinal, routes.size()) - 1);
        }
    }

    /** One administration: its number over all courses, its place in its course, and when. */
    public record PlannedDose(
            int dose,
            String course,
            int ordinal,
            Period after,
            @Nullable Integer slot,
            @Nullable String time) {}

    /** A time of treatment with an end, whether or not single doses are planned in it. */
    public record Treatment(String course, String title, LocalDate from, LocalDate until) {}

    public Drawn {
        courses = List.copyOf(courses);
        doses = List.copyOf(doses);
        treatments = List.copyOf(treatments);
        scans = List.copyOf(scans);
        visits = List.copyOf(visits);
        open = List.copyOf(open);
    }

    PlannedDose planned(int dose) {
        return doses.get(dose - 1);
    }

    Course course(String name) {
        return courses.stream()
                .filter(course -> course.course().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public Course courseOf(int dose) {
        return course(planned(dose).course());
    }

    /** How often a course is given on its fullest day. */
    long mostInADay(String course) {
        return doses.stream()
                .filter(dose -> dose.course().equals(course))
                .collect(groupingBy(dose -> course(course).first().plus(dose.after()), counting()))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }
}
