package io.equipoise.dosing.adapter.kafka;

import io.equipoise.dosing.application.Amendments;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.consume.Heard;
import io.equipoise.platform.consume.NotYet;
import io.equipoise.platform.consume.Reaction;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws a calendar anew when its person was moved to a later version. Where that would make something else of what was
 * given, the calendar stays as it is and says by which version; people decide what becomes of it.
 */
final class MovingListener implements Reaction {
    private static final Logger LOG = LoggerFactory.getLogger(MovingListener.class);

    private final Amendments amendments;
    private final Clock clock;

    MovingListener(Amendments amendments, Clock clock) {
        this.amendments = amendments;
        this.clock = clock;
    }

    @Override
    public Set<String> topics() {
        return Set.of("enrolment");
    }

    @Override
    public void react(Heard heard) {
        if (!heard.type().equals("SubjectMovedToVersion.v1")) {
            return;
        }
        var subject = Listeners.subject(heard);
        int version = heard.data().path("version").intValue();
        var outcome = amendments
                .moved(
                        subject,
                        version,
                        LocalDate.parse(heard.text("on")),
                        heard.text("reason"),
                        heard.attribution(Listeners.SERVICE, clock.instant(), "move"))
                .orElseThrow(() -> new NotYet("version %d of %s, activated".formatted(version, subject.study())));
        if (outcome instanceof Outcome.Refused(var why)) {
            LOG.warn("{} was moved to version {}, the calendar was not: {}", subject, version, why.detail());
        }
    }
}
