package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.CaseCommand;
import io.equipoise.adverseevent.domain.CaseCommand.Absorb;
import io.equipoise.adverseevent.domain.CaseCommand.Address;
import io.equipoise.adverseevent.domain.CaseCommand.Heard;
import io.equipoise.adverseevent.domain.CaseCommand.MergeInto;
import io.equipoise.adverseevent.domain.CaseCommand.Open;
import io.equipoise.adverseevent.domain.CaseCommand.Take;
import io.equipoise.adverseevent.domain.CaseEvent;
import io.equipoise.adverseevent.domain.CaseFact.CaseOpened;
import io.equipoise.adverseevent.domain.SafetyCase;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.journal.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Use cases of a safety officer: make a case of events, and keep it. */
public final class CaseBook {
    private final Reporting events;
    private final Journal<SafetyFact> journal;
    private final CommandHandler<SafetyCase, CaseCommand, SafetyFact> cases;
    private final Profiles profiles;
    private final Numbers numbers;

    public CaseBook(
            Reporting events,
            Journal<SafetyFact> journal,
            CommandHandler<SafetyCase, CaseCommand, SafetyFact> cases,
            Profiles profiles,
            Numbers numbers) {
        this.events = events;
        this.journal = journal;
        this.cases = cases;
        this.profiles = profiles;
        this.numbers = numbers;
    }

    /**
     * Where numbers of cases come from.
     *
     * @param sender the organisation in the middle of country-company-number; empty where the settings name none
     */
    public record Numbers(Supplier<String> next, Optional<String> sender) {

        /** A number that is a case's own worldwide: country-company-number (ICH E2B(R3) C.1.1). */
        static String worldwide(String country, String sender, String caseId) {
            return String.join("-", country, sender, caseId);
        }
    }

    /**
     * What a case is made of.
     *
     * @param worldwideId the number that another sender has given it already; absent where this is the first
     */
    public record Opening(
            List<String> events,
            List<String> authorities,
            @Nullable String worldwideId,
            Heard initial) {
        public Opening {
            events = List.copyOf(events);
            authorities = List.copyOf(authorities);
        }
    }

    public Outcome<SafetyFact> open(Opening opening, Attribution by) {
        var sender = numbers.sender();
        if (sender.isEmpty()) {
            return new Outcome.Refused<>(Refusal.conflict(
                    "SENDER_NOT_NAMED",
                    "the settings do not name the sender of reports; set equipoise.safety.sender first"));
        }
        var unknown = unknown(opening.authorities());
        if (unknown.isPresent()) {
            return new Outcome.Refused<>(unknown.get());
        }
        var taken = new ArrayList<CaseEvent>();
        SubjectId subject = null;
        for (var event : opening.events()) {
            var latest = events.event(event).latest();
            if (latest.isEmpty()) {
                return new Outcome.Refused<>(noEvent(event));
            }
            if (subject != null && !subject.equals(latest.get().subject())) {
                return new Outcome.Refused<>(anotherSubject());
            }
            subject = latest.get().subject();
            taken.add(new CaseEvent(event, latest.get().version(), latest.get().account()));
        }
        if (subject == null) {
            return new Outcome.Refused<>(
                    Refusal.invalid("CASE_WITHOUT_EVENT", "a case is made of at least one adverse event", "/events"));
        }
        return open(opening, subject, taken, by);
    }

    private Outcome<SafetyFact> open(Opening opening, SubjectId subject, List<CaseEvent> taken, Attribution by) {
        var caseId = numbers.next().get();
        var country = opening.initial().information().country();
        var number = Numbers.worldwide(country, numbers.sender().orElseThrow(), caseId);
        var worldwide = opening.worldwideId() == null ? number : opening.worldwideId();
        return cases.handle(
                SafetyCase.stream(caseId),
                new Open(
                        caseId,
                        subject,
                        number,
                        worldwide,
                        taken,
                        opening.authorities(),
                        opening.initial(),
                        by.recordedAt()),
                by.withHappenedAt(opening.initial().information().receivedAt()));
    }

    /** Anything that concerns one case alone. */
    public Outcome<SafetyFact> handle(String caseId, CaseCommand command, Attribution by) {
        return cases.handle(SafetyCase.stream(caseId), command, by);
    }

    /** Take the newest account of an event into the case. */
    public Outcome<SafetyFact> take(String caseId, String event, String reason, Attribution by) {
        var latest = events.event(event).latest();
        return latest.isEmpty()
                ? new Outcome.Refused<>(noEvent(event))
                : handle(
                        caseId,
                        new Take(
                                new CaseEvent(
                                        event,
                                        latest.get().version(),
                                        latest.get().account()),
                                latest.get().subject(),
                                reason),
                        by);
    }

    public Outcome<SafetyFact> address(String caseId, List<String> authorities, String reason, Attribution by) {
        var unknown = unknown(authorities);
        return unknown.isPresent()
                ? new Outcome.Refused<>(unknown.get())
                : handle(caseId, new Address(authorities, reason), by);
    }

    /** The case goes on with the numbers of both; the duplicate ends. Told twice, what is missing is done. */
    public Outcome<SafetyFact> merge(String caseId, String duplicate, String reason, Attribution by) {
        var other = state(duplicate).opened();
        if (other.isEmpty()) {
            return new Outcome.Refused<>(Refusal.unknown("CASE_UNKNOWN", "no case " + duplicate + " was ever opened"));
        }
        if (state(duplicate)
                .mergedInto()
                .filter(into -> !into.into().equals(caseId))
                .isPresent()) {
            return handle(duplicate, new MergeInto(caseId, reason), by);
        }
        var kept = handle(
                caseId, new Absorb(duplicate, other.get().subject(), numbersOf(duplicate, other.get()), reason), by);
        if (kept instanceof Outcome.Refused<SafetyFact>) {
            return kept;
        }
        handle(duplicate, new MergeInto(caseId, reason), by.withSuffix("duplicate"));
        return kept;
    }

    private List<String> numbersOf(String duplicate, CaseOpened opened) {
        var all = new ArrayList<>(List.of(opened.safetyReportId()));
        all.add(opened.worldwideId());
        all.addAll(state(duplicate).otherNumbers());
        return all.stream().distinct().toList();
    }

    /** The case as the journal has it now; without facts if there is none. */
    public SafetyCase state(String caseId) {
        return cases.state(SafetyCase.stream(caseId));
    }

    /** Everything that was ever recorded of it, with who and when. */
    public List<Commit<SafetyFact>> history(String caseId) {
        return journal.read(SafetyCase.stream(caseId));
    }

    private Optional<Refusal> unknown(List<String> authorities) {
        return authorities.stream()
                .filter(authority -> profiles.of(authority).isEmpty())
                .findFirst()
                .map(authority -> Refusal.invalid(
                        "AUTHORITY_UNKNOWN",
                        "no profile " + authority + "; there are "
                                + String.join(
                                        ", ",
                                        profiles.all().stream()
                                                .map(each -> each.authority())
                                                .toList()),
                        "/authorities"));
    }

    private static Refusal noEvent(String event) {
        return Refusal.unknown("ADVERSE_EVENT_UNKNOWN", "no adverse event " + event + " is on record");
    }

    private static Refusal anotherSubject() {
        return Refusal.conflict("ANOTHER_SUBJECT", "that is about another subject; a case is about one", "/events");
    }
}
