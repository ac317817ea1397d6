package io.equipoise.adverseevent.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.adverseevent.domain.AdverseEventCommand.Amend;
import io.equipoise.adverseevent.domain.AdverseEventCommand.Report;
import io.equipoise.adverseevent.domain.AdverseEventFact.AdverseEventAmended;
import io.equipoise.adverseevent.domain.AdverseEventFact.AdverseEventReported;
import io.equipoise.platform.Decider;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One untoward medical occurrence in one subject, with every account that was ever given of it. */
public record AdverseEvent(List<AdverseEventFact> accounts) {
    public static final Decider<AdverseEvent, AdverseEventCommand, SafetyFact> DECIDER =
            new Decider<>(new AdverseEvent(List.of()), AdverseEvent::decide, AdverseEvent::evolve);

    public AdverseEvent {
        accounts = List.copyOf(accounts);
    }

    /** Where the event's facts are kept. */
    public static String stream(String event) {
        return "adverse-event/" + event;
    }

    /** The newest account; empty where nothing was ever reported. */
    public Optional<AdverseEventFact> latest() {
        return accounts.isEmpty() ? Optional.empty() : Optional.of(accounts.getLast());
    }

    /** The narrative that stands: an amendment without one leaves the earlier. */
    public @Nullable String narrative() {
        return accounts.stream()
                .map(AdverseEventFact::narrative)
                .filter(text -> text != null)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private static Decision<SafetyFact> decide(AdverseEvent state, AdverseEventCommand command) {
        return switch (command) {
            case Report report -> state.report(report);
            case Amend amend -> state.amend(amend);
        };
    }

    private static AdverseEvent evolve(AdverseEvent state, SafetyFact fact) {
        return switch (fact) {
            case AdverseEventFact account -> {
                var more = new ArrayList<>(state.accounts);
                more.add(account);
                yield new AdverseEvent(more);
            }
            case EventAddition addition -> state;
            case SafetyFact foreign -> throw new IllegalStateException("not about an adverse event: " + foreign);
        };
    }

    private Decision<SafetyFact> report(Report report) {
        if (!accounts.isEmpty()) {
            return refuse(Refusal.conflict("EVENT_ALREADY_REPORTED", "this event is on record; amend it instead"));
        }
        if (!report.known().registered()) {
            return refuse(Refusal.unknown("SUBJECT_UNKNOWN", "no subject " + report.subject() + " is registered"));
        }
        var no = AccountRule.firstBroken(report.account(), report.known());
        return no.isPresent()
                ? refuse(no.get())
                : accept(new AdverseEventReported(
                        report.event(), report.subject(), report.account(), link(report), report.narrative()));
    }

    private Decision<SafetyFact> amend(Amend amend) {
        if (accounts.isEmpty()) {
            return refuse(Refusal.unknown("ADVERSE_EVENT_UNKNOWN", "no such adverse event is on record"));
        }
        if (amend.reason().isBlank()) {
            return refuse(Refusal.invalid("REASON_MISSING", "say why the record is changed", "/reason"));
        }
        var no = AccountRule.firstBroken(amend.account(), amend.known());
        if (no.isPresent()) {
            return refuse(no.get());
        }
        var before = accounts.getLast();
        var link = link(amend);
        var narrative = amend.narrative() == null || amend.narrative().equals(narrative()) ? null : amend.narrative();
        if (before.account().equals(amend.account()) && sameLink(before.given(), link) && narrative == null) {
            return accept();
        }
        return accept(new AdverseEventAmended(
                before.event(),
                before.subject(),
                before.version() + 1,
                amend.account(),
                link,
                narrative,
                amend.reason()));
    }

    private static boolean sameLink(@Nullable DoseLink one, @Nullable DoseLink other) {
        return one == null ? other == null : one.equals(other);
    }

    private static @Nullable DoseLink link(AdverseEventCommand command) {
        var dose = command.account().dose();
        return dose == null
                ? null
                : command.known()
                        .dose(dose)
                        .map(given -> DoseLink.of(given, command.account().onset()))
                        .orElse(null);
    }
}
