package io.equipoise.adverseevent.domain;

import io.equipoise.adverseevent.domain.alerting.Browser;
import io.equipoise.adverseevent.domain.alerting.QuietHours;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an officer can ask for themselves. */
public sealed interface OfficerCommand {
    /** Do not disturb me then; absent: disturb me at any time. */
    record SetQuietHours(String person, @Nullable QuietHours hours) implements OfficerCommand {}

    /** Wake this browser. */
    record Subscribe(String person, Browser browser) implements OfficerCommand {}

    /** Do not wake it any more. */
    record Drop(String id, Instant at, String why) implements OfficerCommand {}
}
