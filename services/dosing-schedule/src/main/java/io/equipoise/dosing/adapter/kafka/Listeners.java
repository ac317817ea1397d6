package io.equipoise.dosing.adapter.kafka;

import io.equipoise.contracts.SubjectId;
import io.equipoise.dosing.application.Amendments;
import io.equipoise.dosing.application.Calendars;
import io.equipoise.dosing.application.KnownFacts;
import io.equipoise.platform.consume.Heard;
import io.equipoise.platform.consume.Reaction;
import io.equipoise.platform.relay.Envelope.Unreadable;
import java.time.Clock;

/** What follows here from what others tell. */
public final class Listeners {
    static final String SERVICE = "dosing-schedule";

    private Listeners() {}

    public static Reaction entering(Calendars calendars, Clock clock) {
        return new EnteringListener(calendars, clock);
    }

    public static Reaction activation(Calendars calendars, KnownFacts known, Clock clock) {
        return new ActivationListener(calendars, known, clock);
    }

    public static Reaction leaving(Calendars calendars, Clock clock) {
        return new LeavingListener(calendars, clock);
    }

    public static Reaction moving(Amendments amendments, Clock clock) {
        return new MovingListener(amendments, clock);
    }

    static SubjectId subject(Heard heard) {
        var text = heard.text("subject");
        return SubjectId.parse(text).orElseThrow(() -> new Unreadable(text + " is no subject"));
    }
}
