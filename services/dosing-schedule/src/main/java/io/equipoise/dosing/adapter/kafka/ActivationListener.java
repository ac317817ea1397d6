package io.equipoise.dosing.adapter.kafka;

import io.equipoise.dosing.application.Calendars;
import io.equipoise.dosing.application.KnownFacts;
import io.equipoise.platform.consume.Heard;
import io.equipoise.platform.consume.Reaction;
import java.time.Clock;
import java.util.Set;

/** Plans the doses of those who were enrolled while the study was active for enrolment only. */
final class ActivationListener implements Reaction {
    private final Calendars calendars;
    private final KnownFacts known;
    private final Clock clock;

    ActivationListener(Calendars calendars, KnownFacts known, Clock clock) {
        this.calendars = calendars;
        this.known = known;
        this.clock = clock;
    }

    @Override
    public Set<String> topics() {
        return Set.of("studies");
    }

    @Override
    public void react(Heard heard) {
        if (!heard.type().equals("StudyActivated.v1")
                || heard.data().path("scope").asString("").equals("ENROLMENT")) {
            return;
        }
        for (var subject : known.people(heard.text("study"))) {
            calendars.planAgain(subject, heard.attribution(Listeners.SERVICE, clock.instant(), "plan/" + subject));
        }
    }
}
