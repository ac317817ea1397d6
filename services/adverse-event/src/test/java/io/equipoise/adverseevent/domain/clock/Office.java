package io.equipoise.adverseevent.domain.clock;

import io.equipoise.adverseevent.adapter.profile.ProfileFiles;
import io.equipoise.adverseevent.domain.Finding.Answer;
import io.equipoise.adverseevent.domain.Information;
import io.equipoise.adverseevent.domain.MinimumCriterion;
import io.equipoise.adverseevent.domain.ReporterKind;
import io.equipoise.adverseevent.domain.Submission;
import io.equipoise.platform.web.StrictJson;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What reaches a sponsor's office, for specifications of clocks. Times are the office's own. */
final class Office {
    static final ProfileFiles PROFILES = new ProfileFiles(StrictJson.mapper(), Optional.empty());
    static final AuthorityProfile EU = PROFILES.of("EU-CTR").orElseThrow();
    static final AuthorityProfile FDA = PROFILES.of("FDA-IND").orElseThrow();
    static final AuthorityProfile UK = PROFILES.of("UK").orElseThrow();
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final List<MinimumCriterion> ALL = List.of(MinimumCriterion.values());
    static final Instant MONDAY = at("2025-03-10T16:40", BERLIN);

    private Office() {}

    static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    static Information received(Instant at, ZoneId zone) {
        return new Information(at, null, zone, false, false, ALL, ReporterKind.PHYSICIAN, "DE");
    }

    static Information news(String local, boolean significant, boolean turnedFatal) {
        return new Information(
                at(local, BERLIN), null, BERLIN, significant, turnedFatal, List.of(), ReporterKind.PHYSICIAN, "DE");
    }

    static Information with(Information one, @Nullable Instant qualifiedAt, List<MinimumCriterion> criteria) {
        return new Information(
                one.receivedAt(),
                qualifiedAt,
                one.office(),
                one.significant(),
                one.turnedFatal(),
                criteria,
                one.reporter(),
                one.country());
    }

    /** A suspected unexpected serious adverse reaction. */
    static Judged susar(Instant since, Answer fatal) {
        return new Judged(since, Answer.YES, fatal, Answer.YES, Answer.YES);
    }

    /** Serious and suspected, but as the reference safety information has it. */
    static Judged expected(Instant since) {
        return new Judged(since, Answer.YES, Answer.NO, Answer.YES, Answer.NO);
    }

    static Submission sent(int number, String local, int covers, boolean complete) {
        var kind = number == 1 ? Submission.Kind.INITIAL : Submission.Kind.FOLLOW_UP;
        return new Submission(number, "EU-CTR", kind, at(local, BERLIN), covers, complete, "batch-" + number);
    }

    static Course course(Information first, Judged... judged) {
        return new Course(List.of(first), List.of(judged), List.of(), null);
    }

    static Course course(List<Information> information, List<Judged> judged, Submission... sent) {
        return new Course(information, judged, List.of(sent), null);
    }

    static List<Clock> clocks(AuthorityProfile profile, Course course) {
        return new Clockwork(profile, course).clocks();
    }

    /** The one clock of a kind. */
    static Clock clock(AuthorityProfile profile, Course course, ClockRule.Kind kind) {
        return clocks(profile, course).stream()
                .filter(each -> each.rule().kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    /** Everything that a clock says of itself. */
    static String explained(AuthorityProfile profile, Course course, ClockRule.Kind kind) {
        var work = new Clockwork(profile, course);
        return new Explanation(work)
                .of(clock(profile, course, kind)).stream()
                        .map(said -> said.role() + ": " + said.text())
                        .reduce("", (all, each) -> all + each + "\n");
    }
}
