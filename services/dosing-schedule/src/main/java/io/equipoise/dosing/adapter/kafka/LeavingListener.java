package io.equipoise.dosing.adapter.kafka;

import io.equipoise.dosing.application.Calendars;
import io.equipoise.dosing.domain.CalendarCommand.StopDosing;
import io.equipoise.dosing.domain.StopScope;
import io.equipoise.platform.consume.Heard;
import io.equipoise.platform.consume.Reaction;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;

/** Stops dosing when a person withdraws, or withdraws consent. */
final class LeavingListener implements Reaction {
    private final Calendars calendars;
    private final Clock clock;

    LeavingListener(Calendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public Set<String> topics() {
        return Set.of("enrolment");
    }

    @Override
    public void react(Heard heard) {
        switch (heard.type()) {
            case "SubjectWithdrawn.v1" ->
                stop(
                        heard,
                        new StopDosing(
                                LocalDate.parse(heard.text("on")),
                                StopScope.valueOf(heard.text("scope")),
                                heard.text("reason")));
            case "ConsentWithdrawn.v1" ->
                stop(
                        heard,
                        new StopDosing(
                                LocalDate.parse(heard.text("withdrawnOn")), StopScope.STUDY, "consent withdrawn"));
            default -> {
                // nothing else that enrolment tells ends a calendar
            }
        }
    }

    private void stop(Heard heard, StopDosing command) {
        calendars.handle(
                Listeners.subject(heard), command, heard.attribution(Listeners.SERVICE, clock.instant(), "stop"));
    }
}
