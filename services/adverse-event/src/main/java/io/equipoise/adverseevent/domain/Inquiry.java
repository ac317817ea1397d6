package io.equipoise.adverseevent.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.adverseevent.domain.InquiryFact.EventsFound;
import io.equipoise.adverseevent.domain.InquiryFact.NoneFound;
import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.Decider;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one person answered at each visit when asked for adverse events. A visit at which nobody asked is neither of these:
 * silence is not "none".
 */
public record Inquiry(Map<String, InquiryFact> visits) {
    public static final Decider<Inquiry, Ask, SafetyFact> DECIDER =
            new Decider<>(new Inquiry(Map.of()), Inquiry::decide, Inquiry::evolve);

    public Inquiry {
        visits = Map.copyOf(visits);
    }

    /** The three answers. */
    public enum Answer {
        EVENT,
        NONE_FOUND,
        NOT_ASKED
    }

    /**
     * Put on record that somebody asked.
     *
     * @param events told of at this visit; none means that there was nothing
     * @param ofThisPerson the events that this person has on record
     * @param named the visits that the study's definition names
     */
    public record Ask(
            SubjectId subject,
            String visit,
            LocalDate askedOn,
            List<String> events,
            Set<String> ofThisPerson,
            Set<String> named,
            Known known) {
        public Ask {
            events = events.stream().distinct().sorted().toList();
            ofThisPerson = Set.copyOf(ofThisPerson);
            named = Set.copyOf(named);
        }
    }

    /** Where a person's answers are kept. */
    public static String stream(SubjectId subject) {
        return "inquiry/" + subject;
    }

    /** What is known of a visit. */
    public Answer at(String visit) {
        return switch (visits.get(visit)) {
            case null -> Answer.NOT_ASKED;
            case NoneFound none -> Answer.NONE_FOUND;
            case EventsFound some -> Answer.EVENT;
        };
    }

    private static Decision<SafetyFact> decide(Inquiry state, Ask command) {
        var no = state.refusal(command);
        if (no.isPresent()) {
            return refuse(no.get());
        }
        InquiryFact next = command.events().isEmpty()
                ? new NoneFound(command.subject(), command.visit(), command.askedOn())
                : new EventsFound(command.subject(), command.visit(), command.askedOn(), command.events());
        return next.equals(state.visits.get(command.visit())) ? accept() : accept(next);
    }

    private Optional<Refusal> refusal(Ask command) {
        if (!command.known().registered()) {
            return Optional.of(
                    Refusal.unknown("SUBJECT_UNKNOWN", "no subject " + command.subject() + " is registered"));
        }
        if (!command.named().contains(command.visit())) {
            return Optional.of(Refusal.invalid(
                    "VISIT_UNKNOWN", "the definition names no visit \"" + command.visit() + "\"", "/visit"));
        }
        var asked = new Moment.On(command.askedOn());
        if (asked.isSurelyAfter(
                new Moment.At(command.known().askedAt()), command.known().zone())) {
            return Optional.of(
                    Refusal.invalid("IN_THE_FUTURE", "nobody was asked on a day that has not come", "/askedOn"));
        }
        for (int i = 0; i < command.events().size(); i++) {
            if (!command.ofThisPerson().contains(command.events().get(i))) {
                return Optional.of(Refusal.conflict(
                        "ADVERSE_EVENT_OF_ANOTHER",
                        command.events().get(i) + " is no event of this person; report it first",
                        "/events"));
            }
        }
        return at(command.visit()) == Answer.EVENT && command.events().isEmpty()
                ? Optional.of(Refusal.conflict(
                        "EVENTS_ALREADY_FOUND",
                        "events were found at this visit; that there were none cannot be said any more",
                        "/events"))
                : Optional.empty();
    }

    private static Inquiry evolve(Inquiry state, SafetyFact fact) {
        return switch (fact) {
            case InquiryFact asked -> {
                var more = new LinkedHashMap<>(state.visits);
                more.put(asked.visit(), asked);
                yield new Inquiry(more);
            }
            case SafetyFact foreign -> throw new IllegalStateException("not about an inquiry: " + foreign);
        };
    }
}
