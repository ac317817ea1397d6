package io.equipoise.adverseevent.domain.clock;

import io.equipoise.adverseevent.domain.Finding.Answer;
import io.equipoise.adverseevent.domain.Information;
import io.equipoise.adverseevent.domain.Submission;
import io.equipoise.adverseevent.domain.clock.ClockRule.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of one case for one authority. What nobody has judged counts as if it were so; so a clock is never later, and
 * never missing, by knowing less.
 */
public record Clockwork(AuthorityProfile profile, Course course) {
    private static final String NOT_REPORTABLE =
            "it was judged not to be a suspected unexpected serious adverse reaction";

    /** A moment that makes a day 0, at an office. */
    private record Start(Instant at, ZoneId office, boolean provisional) {
        Start notBefore(Start other) {
            return at.isBefore(other.at) ? other : this;
        }
    }

    /** All clocks that ever ran, the earliest due first. */
    public List<Clock> clocks() {
        var line = course.timeline();
        int last = line.size();
        while (last > 0 && !line.get(last - 1).reportable()) {
            last--;
        }
        if (last == 0) {
            return List.of();
        }
        var clocks = running(line.subList(0, last));
        var why = last < line.size() ? NOT_REPORTABLE : null;
        return clocks.stream()
                .map(clock -> ended(clock, why))
                .sorted((one, other) -> one.due().compareTo(other.due()))
                .toList();
    }

    private Clock ended(Clock clock, @Nullable String why) {
        if (!clock.open()) {
            return clock;
        }
        if (course.ended() != null) {
            return clock.standDown("the case was nullified or goes on in another one");
        }
        var owedAnyway = clock.rule().kind() == Kind.FOLLOW_UP; // who was told must hear how it goes on
        return why == null || owedAnyway ? clock : clock.standDown(why);
    }

    private List<Clock> running(List<Judged> line) {
        int from = run(line, Judged::reportable);
        int fatalFrom = run(line, each -> each.mayBeFatal());
        var fatal = fatalFrom <= from;
        var turned = !fatal && fatalFrom < line.size();
        var rule = first(from, fatal);
        var start = start(rule, line, from);
        var provisional = start.provisional() || !line.getLast().surely() || unsaid(line, fatal);
        var initial = clock(rule, 1, new Start(start.at(), start.office(), provisional), Instant.MIN, 1);
        var clocks = new ArrayList<>(List.of(initial));
        var short7 = fatal ? initial : null;
        if (turned) {
            var turn = profile.rule(Kind.TURNED_FATAL).orElse(profile.need(Kind.FATAL_OR_LIFE_THREATENING));
            var since =
                    new Start(line.get(fatalFrom).since(), office(line.get(fatalFrom)), false).notBefore(anchor(turn));
            var clock = clock(turn, number(since.at()), since, since.at(), number(since.at()));
            clocks.add(clock);
            short7 = clock;
        }
        if (short7 != null) {
            completion(short7).ifPresent(clocks::add);
        }
        clocks.addAll(followUps());
        return clocks;
    }

    /** Where the unbroken run begins that lasts to the end; the size where there is none. */
    private static int run(List<Judged> line, Predicate<Judged> holds) {
        int from = line.size();
        while (from > 0 && holds.test(line.get(from - 1))) {
            from--;
        }
        return from;
    }

    private static boolean unsaid(List<Judged> line, boolean fatal) {
        return fatal && line.getLast().fatalOrLifeThreatening() == Answer.OPEN;
    }

    private ClockRule first(int from, boolean fatal) {
        if (fatal) {
            return profile.need(Kind.FATAL_OR_LIFE_THREATENING);
        }
        return from > 0 ? profile.rule(Kind.FOUND_LATER).orElse(profile.need(Kind.OTHER)) : profile.need(Kind.OTHER);
    }

    private Start start(ClockRule rule, List<Judged> line, int from) {
        var anchor = anchor(rule);
        return from == 0 ? anchor : new Start(line.get(from).since(), office(line.get(from)), false).notBefore(anchor);
    }

    private Start anchor(ClockRule rule) {
        var first = course.first();
        var received = new Start(first.receivedAt(), first.office(), false);
        var qualifiedAt = first.qualifiedAt();
        return switch (rule.anchor()) {
            case RECEIVED, DUE, SENT -> received;
            case QUALIFIED ->
                qualifiedAt == null
                        ? new Start(first.receivedAt(), first.office(), true)
                        : new Start(qualifiedAt, first.office(), false);
            case EARLIER ->
                qualifiedAt != null && qualifiedAt.isBefore(first.receivedAt())
                        ? new Start(qualifiedAt, first.office(), false)
                        : received;
            case MINIMUM ->
                course.minimum()
                        .map(each -> new Start(each.receivedAt(), each.office(), false))
                        .orElse(new Start(first.receivedAt(), first.office(), true));
        };
    }

    private Clock clock(ClockRule rule, int information, Start start, Instant metFrom, int covering) {
        var met = course.sentSince(metFrom, covering).orElse(null);
        return clock(rule, information, start, LocalDate.ofInstant(start.at(), start.office()), met);
    }

    private Clock clock(ClockRule rule, int information, Start start, LocalDate dayZero, @Nullable Submission met) {
        return new Clock(
                profile.authority() + "/" + rule.kind() + "/" + information,
                profile.authority(),
                rule,
                information,
                start.office(),
                start.at(),
                dayZero,
                dayZero.plusDays(rule.days()),
                start.provisional(),
                met,
                null);
    }

    /** An incomplete first report owes the rest (Annex III 2.4). */
    private Optional<Clock> completion(Clock before) {
        var sent = before.met();
        if (sent == null || sent.complete()) {
            return Optional.empty();
        }
        return profile.rule(Kind.COMPLETION).map(rule -> {
            var day = rule.anchor() == ClockRule.Anchor.SENT ? sent.day(before.office()) : before.due();
            var start = new Start(sent.sentAt(), before.office(), false);
            var met = course.sent().stream()
                    .filter(each -> each.number() > sent.number() && each.complete())
                    .findFirst()
                    .orElse(null);
            return clock(rule, before.information(), start, day, met);
        });
    }

    /** Significant news that the first report did not hold starts at day 0 again. */
    private List<Clock> followUps() {
        var rule = profile.rule(Kind.FOLLOW_UP);
        var reported = course.firstSent();
        var clocks = new ArrayList<Clock>();
        if (rule.isEmpty() || reported.isEmpty()) {
            return clocks;
        }
        for (int i = 0; i < course.information().size(); i++) {
            var each = course.information().get(i);
            if ((each.significant() || each.turnedFatal()) && reported.get().covers() < i + 1) {
                var start = new Start(each.receivedAt(), each.office(), false);
                clocks.add(clock(rule.get(), i + 1, start, Instant.MIN, i + 1));
            }
        }
        return clocks;
    }

    private ZoneId office(Judged judged) {
        return course.information().get(number(judged.since()) - 1).office();
    }

    /** The newest information that was there at a moment; the first one, where none was. */
    private int number(Instant at) {
        int newest = 1;
        for (int i = 0; i < course.information().size(); i++) {
            Information each = course.information().get(i);
            if (!each.receivedAt().isAfter(at)
                    && !each.receivedAt()
                            .isBefore(course.information().get(newest - 1).receivedAt())) {
                newest = i + 1;
            }
        }
        return newest;
    }
}
