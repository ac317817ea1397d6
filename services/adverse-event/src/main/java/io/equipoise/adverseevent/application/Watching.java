package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.Officer;
import io.equipoise.adverseevent.domain.OfficerCommand;
import io.equipoise.adverseevent.domain.OfficerCommand.Drop;
import io.equipoise.adverseevent.domain.OfficerCommand.SetQuietHours;
import io.equipoise.adverseevent.domain.OfficerCommand.Subscribe;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.Watch;
import io.equipoise.adverseevent.domain.WatchCommand;
import io.equipoise.adverseevent.domain.WatchCommand.SetLadder;
import io.equipoise.adverseevent.domain.WatchCommand.SetRota;
import io.equipoise.adverseevent.domain.WatchCommand.SetRules;
import io.equipoise.adverseevent.domain.alerting.AlertRules;
import io.equipoise.adverseevent.domain.alerting.Browser;
import io.equipoise.adverseevent.domain.alerting.Ladder;
import io.equipoise.adverseevent.domain.alerting.QuietHours;
import io.equipoise.adverseevent.domain.alerting.Rota;
import io.equipoise.adverseevent.domain.alerting.Shift;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Journal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Use cases of those who keep the watch: say what makes an alert, who is on call, who is told; and for oneself, when not. */
public final class Watching {
    private final CommandHandler<Watch, WatchCommand, SafetyFact> watches;
    private final CommandHandler<Officer, OfficerCommand, SafetyFact> officers;
    private final Directory directory;

    public Watching(Journal<SafetyFact> journal, Directory directory) {
        this.watches = new CommandHandler<>(journal, Watch.DECIDER);
        this.officers = new CommandHandler<>(journal, Officer.DECIDER);
        this.directory = directory;
    }

    /** A calendar as somebody gives it. */
    public record Calendar(ZoneId zone, List<Shift> shifts, boolean gapsKnown) {
        public Calendar {
            shifts = List.copyOf(shifts);
        }
    }

    /** What makes an alert, and that serious events do. */
    public record Asked(boolean serious, AlertRules rules) {}

    public Outcome<SafetyFact> setRules(String study, Asked asked, Attribution by) {
        return watches.handle(Watch.rules(study), new SetRules(study, asked.serious(), asked.rules(), reason(by)), by);
    }

    public Outcome<SafetyFact> setRota(String study, Calendar calendar, Attribution by) {
        var rota = new Rota(calendar.zone(), calendar.shifts());
        var command = new SetRota(study, rota, calendar.shifts(), calendar.gapsKnown(), directory.people(), reason(by));
        return watches.handle(Watch.watch(study), command, by);
    }

    public Outcome<SafetyFact> setLadder(String study, Ladder ladder, Attribution by) {
        return watches.handle(Watch.watch(study), new SetLadder(study, ladder, directory.people(), reason(by)), by);
    }

    public Outcome<SafetyFact> setQuietHours(@Nullable QuietHours hours, Attribution by) {
        return officers.handle(Officer.stream(by.actor()), new SetQuietHours(by.actor(), hours), by);
    }

    public Outcome<SafetyFact> subscribe(Browser browser, Attribution by) {
        return officers.handle(Officer.stream(by.actor()), new Subscribe(by.actor(), browser), by);
    }

    public Outcome<SafetyFact> unsubscribe(String id, Attribution by) {
        return officers.handle(Officer.stream(by.actor()), new Drop(id, by.recordedAt(), "taken off by its owner"), by);
    }

    /** Its push service says that this browser is gone. */
    public void gone(String person, String id, Instant now) {
        var command = "browser-gone/" + person + "/" + id + "/" + now;
        officers.handle(
                Officer.stream(person),
                new Drop(id, now, "its push service says that it is gone"),
                Ourselves.following(command, command, null, now));
    }

    private static String reason(Attribution by) {
        return by.reason() == null ? "" : by.reason();
    }
}
