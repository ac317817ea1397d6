package io.equipoise.dosing.domain;

import io.equipoise.dosing.domain.Drawn.Course;
import io.equipoise.dosing.domain.Drawn.PlannedDose;
import io.equipoise.dosing.domain.Drawn.Treatment;
import io.equipoise.dosing.domain.Protocol.CourseRule;
import io.equipoise.dosing.domain.Protocol.CrossoverPeriod;
import io.equipoise.dosing.domain.Rhythm.Occasion;
import io.equipoise.dosing.domain.Schedule.FirstDose;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Draws a person's plan from a protocol and a day 0. Doses are numbered over all courses in the order of their days;
 * on one day in the order of the courses, then of the times of day.
 */
record Drawing(
        Protocol protocol,
        String anchor,
        LocalDate day0,
        @Nullable String cohort) {
    private static final int MOST_DOSES = 1_000;

    /** Something that the protocol leaves open and without which a course has no dates. */
    record Gap(String pointer, String words) {}

    private record Due(LocalDate on, int course, Occasion occasion) {}

    List<Gap> gaps() {
        var gaps = new ArrayList<Gap>();
        for (int i = 0; i < protocol.courses().size(); i++) {
            var course = protocol.courses().get(i);
            if (concerns(course)) {
                gaps.addAll(gaps(course, "/dosing/courses/" + i));
            }
        }
        return gaps.stream().distinct().toList();
    }

    private List<Gap> gaps(CourseRule course, String at) {
        var gaps = new ArrayList<Gap>();
        var rhythm = course.rhythm();
        if (rhythm == null) {
            gaps.add(new Gap(at + "/schedule", course.title() + ": the schedule"));
        } else {
            rhythm.open(protocol.dayOrigin())
                    .forEach(open -> gaps.add(new Gap(at + "/schedule", course.title() + ": " + open)));
        }
        var counts = firstDose(course);
        if (counts == null
                || !(counts.anchor().equals(anchor) || counts.anchor().equals(Protocol.FIRST_DOSE))) {
            gaps.add(
                    course.firstDose() == null
                            ? new Gap("/dosing/firstDose", "what the first dose counts from")
                            : new Gap(at + "/firstDose", course.title() + ": what its first dose counts from"));
        }
        if (course.period() != null && period(course).isEmpty()) {
            gaps.add(new Gap("/design/periods", course.title() + ": when period " + course.period() + " is"));
        }
        if (course.routes().size() > 1 && rhythm != null && gaps.isEmpty() && !routesFit(course, rhythm)) {
            gaps.add(new Gap(at + "/route", course.title() + ": the route of each administration"));
        }
        return gaps;
    }

    private boolean routesFit(CourseRule course, Rhythm rhythm) {
        return rhythm.occasions(day0, protocol.dayOrigin()).size()
                == course.routes().size();
    }

    private boolean concerns(CourseRule course) {
        return course.cohort() == null || course.cohort().equals(cohort);
    }

    private @Nullable FirstDose firstDose(CourseRule course) {
        return course.firstDose() == null ? protocol.firstDose() : course.firstDose();
    }

    private Optional<CrossoverPeriod> period(CourseRule course) {
        return protocol.periods().stream()
                .filter(period -> period.period().equals(course.period()))
                .findFirst();
    }

    /** Every course that concerns this person, with its doses; called where there are no gaps. */
    Drawn drawn() {
        var courses = new ArrayList<Course>();
        var due = new ArrayList<Due>();
        var treatments = new ArrayList<Treatment>();
        for (var rule : protocol.courses()) {
            var rhythm = rule.rhythm();
            if (!concerns(rule) || rhythm == null) {
                continue;
            }
            var course = course(rule);
            int place = courses.size();
            courses.add(course);
            rhythm.occasions(course.first(), protocol.dayOrigin())
                    .forEach(occasion -> due.add(new Due(course.first().plus(occasion.after()), place, occasion)));
            var closes = rhythm.closes(course.first());
            if (closes != null) {
                treatments.add(new Treatment(course.course(), course.title(), course.first(), closes));
            }
        }
        return drawn(courses, numbered(courses, due), treatments, List.of());
    }

    /** Why no dose is planned; scans and visits only where their day 0 is stated. */
    Drawn withoutDoses(List<String> why) {
        return drawn(List.of(), List.of(), List.of(), why);
    }

    boolean tooMany() {
        return gaps().isEmpty() && drawn().doses().size() > MOST_DOSES;
    }

    private Drawn drawn(List<Course> courses, List<PlannedDose> doses, List<Treatment> treatments, List<String> open) {
        boolean counted = open.isEmpty() || anchor.equals(protocol.anchor());
        return new Drawn(
                anchor,
                protocol.dayOrigin(),
                protocol.randomized(),
                cohort,
                protocol.weight(),
                courses,
                doses,
                treatments,
                counted ? protocol.scans() : List.of(),
                counted ? protocol.visits() : List.of(),
                open);
    }

    private Course course(CourseRule rule) {
        var period = period(rule);
        var opens = period.map(found -> day0.plus(found.from())).orElse(null);
        var counts = firstDose(rule);
        var first = (opens == null ? day0 : opens).plus(Period.ofDays(counts == null ? 0 : counts.day()));
        return new Course(
                rule.course(),
                rule.title(),
                first,
                counts != null && counts.anchor().equals(Protocol.FIRST_DOSE),
                opens,
                period.map(found -> day0.plus(found.to())).orElse(null),
                rule.routes(),
                rule.amount(),
                rule.volume(),
                rule.factor(),
                rule.minimumGap(),
                rule.window(),
                rule.infusionMinutes(),
                rule.details());
    }

    private static List<PlannedDose> numbered(List<Course> courses, List<Due> due) {
        var inOrder = due.stream()
                .sorted(Comparator.comparing(Due::on).thenComparingInt(Due::course))
                .toList();
        var given = new int[courses.size()];
        var doses = new ArrayList<PlannedDose>();
        for (var one : inOrder) {
            given[one.course()]++;
            doses.add(new PlannedDose(
                    doses.size() + 1,
                    courses.get(one.course()).course(),
                    given[one.course()],
                    one.occasion().after(),
                    one.occasion().slot(),
                    one.occasion().time()));
        }
        return doses;
    }
}
