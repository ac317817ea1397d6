package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.AdverseEvent;
import io.equipoise.adverseevent.domain.AdverseEventFact.AdverseEventReported;
import io.equipoise.adverseevent.domain.Alert;
import io.equipoise.adverseevent.domain.AlertCommand;
import io.equipoise.adverseevent.domain.Channel;
import io.equipoise.adverseevent.domain.Known;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.Target;
import io.equipoise.adverseevent.domain.Wards;
import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** This room without doors: a journal in memory, a clock that can be set, and the use cases over them. */
public final class Ward implements House {
    public static final Target OFFICER = new Target(Channel.EMAIL, "safety-officer");
    public static final Target HOOK = new Target(Channel.WEBHOOK, "http://127.0.0.1/hook");
    public static final Target HEAD = new Target(Channel.EMAIL, "head-of-safety");
    public static final String ALERT = "AL-" + Wards.REACTION;

    public final MemoryJournal<SafetyFact> journal = new MemoryJournal<>();
    public final SettableClock clock = new SettableClock();
    public Optional<Duration> patience = Optional.of(Duration.ofMinutes(15));

    /** Turns that every process of this ward sees. */
    public final Turns turns = new Turns() {
        private final Map<String, Instant> taken = new HashMap<>();

        @Override
        public synchronized boolean take(String errand, Instant now, Instant until) {
            if (taken.getOrDefault(errand, now).isAfter(now)) {
                return false;
            }
            taken.put(errand, until);
            return true;
        }

        @Override
        public synchronized void giveBack(String errand, Instant now) {
            taken.put(errand, now);
        }
    };

    /** A clock that goes only when it is told to. */
    public static final class SettableClock extends Clock {
        private Instant now = Wards.TOLD;

        public synchronized void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public synchronized Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Override
    public Known known(SubjectId subject, Instant now) {
        return Wards.KNOWN;
    }

    @Override
    public Optional<ZoneId> zone(SubjectId subject) {
        return Optional.empty();
    }

    @Override
    public Optional<Duration> escalateAfter(String study) {
        return patience;
    }

    /** As a process that has just started: nothing remembered but the journal. */
    public CommandHandler<Alert, AlertCommand, SafetyFact> alerts() {
        return new CommandHandler<>(journal, Alert.DECIDER);
    }

    public EscalationRule rule() {
        return new EscalationRule(this, Optional.empty());
    }

    public Watches watches() {
        return new Watches(journal);
    }

    /** Everybody of the settings has a mailbox; whoever subscribed a browser is known at once. */
    public Directory directory() {
        return new Directory(Set.of("safety-officer", "head-of-safety", "saf-02"), this::withBrowsers, watches());
    }

    private List<String> withBrowsers() {
        return Stream.of("saf-01", "saf-02")
                .filter(person -> !watches().officer(person).browsers().isEmpty())
                .toList();
    }

    public Calling calling(Recipients recipients) {
        return new Calling(watches(), directory(), recipients, rule());
    }

    public Watching watching() {
        return new Watching(journal, directory());
    }

    /** In its dictionary each code counts under another one. */
    public AlertPolicy policy(Recipients recipients) {
        return new AlertPolicy(
                calling(recipients),
                watches(),
                new Triggers(journal, coded -> List.of(coded.code(), "above " + coded.code())),
                alerts(),
                clock);
    }

    /** Puts an event on record, as if a site had reported it now. */
    public Commit<SafetyFact> enter(AdverseEventReported reported) {
        var id = "inv-01:" + reported.event();
        var by = new Attribution(id, id, "inv-01", "investigator", clock.instant(), null, null, id, null, null);
        return journal.append(AdverseEvent.stream(reported.event()), 1, by, List.of(reported));
    }

    /** Enters Anna's admission and lets the policy see it. */
    public void raise(Target... targets) {
        policy(new Recipients(List.of(targets), List.of())).told(enter(Wards.ADMITTED_REPORTED));
    }

    public Attribution officer(String key) {
        return new Attribution(key, key, "saf-01", "safety-officer", clock.instant(), null, null, key, null, null);
    }

    public Attribution person(String name, String key) {
        return new Attribution(key, key, name, "safety-officer", clock.instant(), null, "agreed", key, null, null);
    }

    public List<SafetyFact> alertFacts() {
        return journal.facts(Alert.stream(ALERT));
    }

    public Alert alert() {
        return alerts().state(Alert.stream(ALERT));
    }
}
