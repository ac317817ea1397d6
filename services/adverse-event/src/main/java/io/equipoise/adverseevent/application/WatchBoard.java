package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.Watch;
import io.equipoise.adverseevent.domain.WatchFact.RotaSet;
import io.equipoise.adverseevent.domain.alerting.AlertRules;
import io.equipoise.adverseevent.domain.alerting.Gap;
import io.equipoise.adverseevent.domain.alerting.Rota;
import io.equipoise.adverseevent.domain.alerting.Rung;
import io.equipoise.adverseevent.domain.alerting.Shift;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The watch over a study, for a page: who is on call and who is told next, and what makes an alert. */
public final class WatchBoard {
    private final Watches watches;
    private final Studies studies;
    private final Directory directory;
    private final Clock clock;

    public WatchBoard(Watches watches, Studies studies, Directory directory, Clock clock) {
        this.watches = watches;
        this.studies = studies;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * A study's watch.
     *
     * @param onCall who is on call now; nobody, where empty
     * @param gaps to come, when nobody is
     * @param until when the rota ends
     */
    public record StudyWatch(String study, int rulesVersion, int rotaVersion, String onCall, int gaps, String until) {}

    /** One line of the calendar: a shift, or a gap between two. */
    public record Line(String person, SiteTime from, SiteTime until, String length, boolean now, boolean gap) {}

    /** A shift as a form shows it, by the clock of the rota. */
    public record Row(String person, LocalDateTime from, LocalDateTime until) {}

    /** One step of the ladder: as a form says it, and in words. */
    public record Step(String after, String tell, String words) {}

    /** Everything about who is called. */
    public record OnCall(
            String study,
            String zone,
            int rotaVersion,
            String onCall,
            List<Line> lines,
            List<Row> rows,
            int ladderVersion,
            List<Step> steps,
            Set<String> people) {}

    /** One version of the rules. */
    public record Version(int version, SiteTime at, String by, String reason, List<String> words) {}

    /** Everything about what makes an alert. */
    public record Rules(String study, int version, AlertRules rules, List<String> words, List<Version> history) {}

    public List<StudyWatch> all() {
        return studies.all().stream().map(this::summary).toList();
    }

    public boolean knows(String study) {
        return studies.all().contains(study);
    }

    private StudyWatch summary(String study) {
        var watch = watches.of(study);
        var now = clock.instant();
        var set = watch.rota();
        return set == null
                ? new StudyWatch(study, watch.rulesVersion(), 0, "", 0, "")
                : new StudyWatch(
                        study,
                        watch.rulesVersion(),
                        set.version(),
                        String.join(", ", set.rota().onCall(now)),
                        (int) set.gaps().stream()
                                .filter(gap -> gap.until().isAfter(now))
                                .count(),
                        set.rota()
                                .end()
                                .map(end -> SiteTime.of(end, set.rota().zone()).local())
                                .orElse(""));
    }

    public OnCall onCall(String study) {
        var watch = watches.of(study);
        var set = watch.rota();
        var people = new TreeSet<>(directory.people());
        var steps = steps(watch);
        if (set == null) {
            return new OnCall(study, "UTC", 0, "", List.of(), List.of(), ladderVersion(watch), steps, people);
        }
        var rota = set.rota();
        rota.shifts().forEach(shift -> people.add(shift.person()));
        return new OnCall(
                study,
                rota.zone().getId(),
                set.version(),
                String.join(", ", rota.onCall(clock.instant())),
                lines(set),
                rota.shifts().stream().map(shift -> row(shift, rota.zone())).toList(),
                ladderVersion(watch),
                steps,
                people);
    }

    private static int ladderVersion(Watch watch) {
        return watch.ladder() == null ? 0 : watch.ladder().version();
    }

    private static List<Step> steps(Watch watch) {
        return watch.ladder() == null
                ? List.of()
                : watch.ladder().ladder().rungs().stream().map(WatchBoard::step).toList();
    }

    private static Step step(Rung rung) {
        return new Step(Long.toString(rung.after().toMinutes()), String.join(", ", rung.tell()), rung.words());
    }

    private static Row row(Shift shift, ZoneId zone) {
        return new Row(shift.person(), local(shift.from(), zone), local(shift.until(), zone));
    }

    private static LocalDateTime local(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
    }

    private List<Line> lines(RotaSet set) {
        var rota = set.rota();
        var lines = new ArrayList<Line>();
        for (var shift : rota.shifts()) {
            lines.add(line(shift.person(), shift.from(), shift.until(), rota));
        }
        for (Gap gap : set.gaps()) {
            lines.add(line("", gap.from(), gap.until(), rota));
        }
        lines.sort(Comparator.comparing(line -> line.from().machine()));
        return List.copyOf(lines);
    }

    private Line line(String person, Instant from, Instant until, Rota rota) {
        var now = clock.instant();
        var length = Duration.between(from, until);
        var words =
                length.toHours() + " h" + (length.toMinutesPart() == 0 ? "" : " " + length.toMinutesPart() + " min");
        return new Line(
                person,
                SiteTime.of(from, rota.zone()),
                SiteTime.of(until, rota.zone()),
                words,
                !now.isBefore(from) && now.isBefore(until),
                person.isEmpty());
    }

    public Rules rules(String study) {
        var watch = watches.of(study);
        var history = watches.history(study).stream()
                .flatMap(commit -> Watches.rules(commit).stream()
                        .map(set -> new Version(
                                set.version(),
                                SiteTime.of(commit.by().recordedAt(), ZoneOffset.UTC),
                                commit.by().actor(),
                                set.reason(),
                                set.rules().words())))
                .toList();
        return new Rules(
                study, watch.rulesVersion(), watch.inForce(), watch.inForce().words(), history);
    }
}
