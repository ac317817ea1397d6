package io.equipoise.dosing.adapter.kafka;

import io.equipoise.contracts.SubjectId;
import io.equipoise.dosing.application.Calendars;
import io.equipoise.dosing.domain.Protocol;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.consume.Heard;
import io.equipoise.platform.consume.NotYet;
import io.equipoise.platform.consume.Reaction;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plans a calendar when a person is enrolled or randomized; waits where the site or the study has not been heard of. */
final class EnteringListener implements Reaction {
    private static final Logger LOG = LoggerFactory.getLogger(EnteringListener.class);

    private final Calendars calendars;
    private final Clock clock;

    EnteringListener(Calendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public Set<String> topics() {
        return Set.of("enrolment", "randomization");
    }

    @Override
    public void react(Heard heard) {
        switch (heard.type()) {
            case "SubjectEnrolled.v1" -> plan(heard, Protocol.ENROLMENT, "enrolledOn");
            case "SubjectRandomized.v1" -> plan(heard, Protocol.RANDOMIZATION, "randomizedOn");
            default -> {
                // nothing else begins a calendar
            }
        }
    }

    private void plan(Heard heard, String happened, String day) {
        var subject = Listeners.subject(heard);
        var outcome = calendars
                .plan(
                        subject,
                        happened,
                        LocalDate.parse(heard.text(day)),
                        heard.attribution(Listeners.SERVICE, clock.instant(), "plan"))
                .orElseThrow(() -> new NotYet(
                        "site %s and an activated definition of %s".formatted(subject.site(), subject.study())));
        if (outcome instanceof Outcome.Refused(var reason)) {
            settle(subject, happened, reason);
        }
    }

    /**
     * A schedule that is not stated may be stated by the next version: a randomization waits for it. An enrolment does not,
     * for a withdrawal behind it must be heard; the activation of that version plans it. A calendar that exists stays.
     */
    private static void settle(SubjectId subject, String happened, Refusal reason) {
        if (happened.equals(Protocol.RANDOMIZATION) && !reason.code().equals("CALENDAR_ALREADY_PLANNED")) {
            throw new NotYet(reason.detail());
        }
        LOG.warn("{} has no calendar from this {}: {}", subject, happened, reason.detail());
    }
}
