package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.CaseFact.CaseInformationReceived;
import io.equipoise.adverseevent.domain.CaseFact.CaseNullified;
import io.equipoise.adverseevent.domain.SafetyCase;
import io.equipoise.adverseevent.domain.clock.AuthorityProfile;
import io.equipoise.adverseevent.domain.clock.Clock;
import io.equipoise.adverseevent.domain.clock.Clockwork;
import io.equipoise.adverseevent.domain.clock.Course;
import io.equipoise.adverseevent.domain.clock.Explanation;
import io.equipoise.adverseevent.domain.clock.Sentence;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The clocks of a case, one authority after the other, each with its explanation. */
public final class CaseClocks {
    private final Profiles profiles;
    private final Judgements judgements;

    public CaseClocks(Profiles profiles, Judgements judgements) {
        this.profiles = profiles;
        this.judgements = judgements;
    }

    /** A clock with what it says of itself. */
    public record Explained(Clock clock, String title, List<Sentence> because) {
        public Explained {
            because = List.copyOf(because);
        }
    }

    /** None for a case that was never opened. */
    public List<Explained> of(SafetyCase safetyCase) {
        if (safetyCase.opened().isEmpty()) {
            return List.of();
        }
        return safetyCase.authorities().stream()
                .flatMap(authority -> profiles.of(authority).stream())
                .flatMap(profile -> clocks(safetyCase, profile))
                .toList();
    }

    private Stream<Explained> clocks(SafetyCase safetyCase, AuthorityProfile profile) {
        var work = new Clockwork(profile, course(safetyCase, profile));
        var explanation = new Explanation(work);
        return work.clocks().stream().map(clock -> new Explained(clock, profile.title(), explanation.of(clock)));
    }

    private Course course(SafetyCase safetyCase, AuthorityProfile profile) {
        var information = safetyCase.information().stream()
                .map(CaseInformationReceived::information)
                .toList();
        var first = information.stream()
                .map(each -> each.receivedAt())
                .min(Instant::compareTo)
                .orElseThrow();
        var sent = safetyCase.submissionsTo(profile.authority()).stream()
                .filter(each -> !safetyCase.rejected(each))
                .toList();
        var ended = safetyCase
                .nullified()
                .map(CaseNullified::at)
                .or(() -> safetyCase.mergedInto().map(merged -> first))
                .orElse(null);
        return new Course(information, judgements.of(safetyCase, first, profile), sent, ended);
    }
}
