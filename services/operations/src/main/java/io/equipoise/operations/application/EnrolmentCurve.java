package io.equipoise.operations.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** People screened and enrolled, cumulated by day, against the number that the study wants; and each site's share. */
public record EnrolmentCurve(
        @Nullable Integer target,
        int screened,
        int enrolled,
        LocalDate from,
        LocalDate to,
        List<Point> points,
        List<SiteLine> sites) {

    /** How many by the end of that day. */
    public record Point(LocalDate on, long screened, long enrolled) {}

    /** One site's share. */
    public record SiteLine(
            String site,
            String name,
            @Nullable String country,
            String zone,
            LocalDate openedOn,
            @Nullable Integer cap,
            long screened,
            long enrolled,
            @Nullable LocalDate lastEnrolledOn) {}

    public static EnrolmentCurve of(Trial trial, Instant now) {
        var screened = new ArrayList<LocalDate>();
        var enrolled = new ArrayList<LocalDate>();
        for (Person person : trial.people()) {
            add(screened, person.enrolment().screenedOn());
            add(enrolled, person.enrolment().enrolledOn());
        }
        var today = now.atZone(java.time.ZoneOffset.UTC).toLocalDate();
        var days = new TreeSet<LocalDate>(screened);
        days.addAll(enrolled);
        var from = days.isEmpty() ? today.minusDays(28) : days.first();
        if (!days.isEmpty()) {
            days.add(today.isBefore(days.last()) ? days.last() : today);
        }
        var points = days.stream()
                .map(day -> new Point(day, upTo(screened, day), upTo(enrolled, day)))
                .toList();
        return new EnrolmentCurve(
                trial.study().target(),
                screened.size(),
                enrolled.size(),
                from,
                days.isEmpty() ? today : days.last(),
                points,
                trial.sites().stream().map(site -> line(trial, site)).toList());
    }

    /** The percentage of the target reached, where a target is stated. */
    public @Nullable Integer percent() {
        return target == null || target == 0 ? null : (int) Math.round(100.0 * enrolled / target);
    }

    /** The same as the chart wants it. */
    public String chart() {
        var rows = points.stream()
                .map(point -> "{\"on\":\"%s\",\"screened\":%d,\"enrolled\":%d}"
                        .formatted(point.on(), point.screened(), point.enrolled()))
                .toList();
        return "{\"target\":%s,\"from\":\"%s\",\"to\":\"%s\",\"points\":[%s]}"
                .formatted(target, from, to, String.join(",", rows));
    }

    private static void add(List<LocalDate> days, @Nullable LocalDate day) {
        if (day != null) {
            days.add(day);
        }
    }

    private static long upTo(List<LocalDate> days, LocalDate day) {
        return days.stream().filter(each -> !each.isAfter(day)).count();
    }

    private static SiteLine line(Trial trial, Site site) {
        var here = trial.people().stream()
                .filter(each -> each.site().equals(site.site()))
                .toList();
        var enrolled = new ArrayList<LocalDate>();
        here.forEach(each -> add(enrolled, each.enrolment().enrolledOn()));
        return new SiteLine(
                site.site(),
                site.name(),
                site.country(),
                site.zone().getId(),
                site.openedOn(),
                site.cap(),
                here.size(),
                enrolled.size(),
                enrolled.stream().max(LocalDate::compareTo).orElse(null));
    }
}
