package io.equipoise.adverseevent.application;

import io.equipoise.platform.journal.Attribution;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Something on record: when, what, by whom.
 *
 * @param by an account with its role, or Equipoise
 */
public record StoryStep(SiteTime at, String what, String by) {

    static StoryStep of(Attribution by, String what, @Nullable ZoneId zone) {
        var who = by.actor().startsWith("system:") ? "Equipoise" : by.actor() + ", " + by.role();
        return new StoryStep(SiteTime.of(by.recordedAt(), zone), what, who);
    }
}
