package io.equipoise.ehr.domain;

import io.equipoise.ehr.domain.EhrFact.FactsReceived;
import io.equipoise.ehr.domain.EhrFact.PatientLinked;
import io.equipoise.ehr.domain.EhrFact.PersonForgotten;
import io.equipoise.platform.Decider;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tie between a subject and a patient: a subject is one patient for ever, and what was told already is not told
 * again.
 */
public record EhrLink(
        @Nullable Identity identity, Set<ScreeningFact> told, Set<GivenConsent> consents, boolean forgotten) {
    public static final Decider<EhrLink, EhrCommand, EhrFact> DECIDER =
            new Decider<>(new EhrLink(null, Set.of(), Set.of(), false), EhrLink::decide, EhrLink::evolve);

    /** Nowhere on Earth is it later in the day than here, so a day that has not begun here is in the future. */
    private static final ZoneId EARLIEST_MORNING = ZoneId.of("Pacific/Kiritimati");

    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 500;

    public EhrLink {
        told = Set.copyOf(told);
        consents = Set.copyOf(consents);
    }

    private Decision<EhrFact> decide(EhrCommand command) {
        return switch (command) {
            case Receive told -> receive(told);
            case Forget asked -> forget(asked);
        };
    }

    private Decision<EhrFact> forget(Forget asked) {
        if (forgotten) {
            return Decision.accept();
        }
        if (identity == null) {
            return Decision.refuse(Refusal.unknown("NOT_LINKED", "Nothing is known here of who the subject is."));
        }
        var reason = asked.reason().strip();
        if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            return Decision.refuse(Refusal.invalid(
                    "REASON_LENGTH",
                    "A reason has " + SHORTEST_REASON + " to " + LONGEST_REASON + " characters.",
                    "/reason"));
        }
        return identity.isToldBy(reason)
                ? Decision.refuse(Refusal.invalid(
                        "REASON_TELLS_IDENTITY",
                        "The reason is kept for ever; leave out who the person is.",
                        "/reason"))
                : Decision.accept(new PersonForgotten(asked.subject().toString(), reason));
    }

    private Decision<EhrFact> receive(Receive command) {
        if (forgotten) {
            return Decision.refuse(
                    Refusal.conflict("SUBJECT_FORGOTTEN", "The subject was forgotten; nothing more is taken in."));
        }
        var future = inTheFuture(command);
        if (!future.isEmpty()) {
            return Decision.refuse(
                    Refusal.invalid("IN_THE_FUTURE", "What is told is yet to come.", future.toArray(String[]::new)));
        }
        if (identity != null && !identity.isSamePersonAs(command.identity())) {
            return Decision.refuse(Refusal.conflict(
                    "LINKED_TO_ANOTHER_PATIENT",
                    "The subject is another patient of the site's record; nothing was taken in.",
                    "/patient"));
        }
        var facts = new ArrayList<EhrFact>();
        if (!command.identity().equals(identity)) {
            facts.add(new PatientLinked(command.subject().toString(), command.identity()));
        }
        if (tellsMore(command)) {
            facts.add(new FactsReceived(
                    command.subject().toString(), withoutTraces(command), command.consent(), command.mapping()));
        }
        return Decision.accept(facts);
    }

    private boolean tellsMore(Receive command) {
        return !told.containsAll(withoutTraces(command))
                || (command.consent() != null && !consents.contains(command.consent()));
    }

    /** A place in the record that holds a number or a name of the person is not told. */
    private static List<ScreeningFact> withoutTraces(Receive command) {
        return command.facts().stream()
                .map(fact -> command.identity().isToldBy(fact.source())
                        ? new ScreeningFact(fact.fact(), fact.value(), fact.observedOn(), "withheld")
                        : fact)
                .toList();
    }

    private static List<String> inTheFuture(Receive command) {
        var today = command.toldAt().atZone(EARLIEST_MORNING).toLocalDate();
        var found = new ArrayList<String>();
        for (int n = 0; n < command.facts().size(); n++) {
            if (command.facts().get(n).observedOn().isAfter(today)) {
                found.add("/facts/" + n);
            }
        }
        if (command.consent() != null && command.consent().givenOn().isAfter(today)) {
            found.add("/consent");
        }
        if (later(command.identity().birthDate(), today)) {
            found.add("/patient");
        }
        return found;
    }

    private static boolean later(@Nullable LocalDate day, LocalDate today) {
        return day != null && day.isAfter(today);
    }

    private EhrLink evolve(EhrFact fact) {
        return switch (fact) {
            case PersonForgotten gone -> new EhrLink(null, Set.of(), Set.of(), true);
            case PatientLinked linked -> new EhrLink(linked.identity(), told, consents, forgotten);
            case FactsReceived received -> {
                var more = new HashSet<>(told);
                more.addAll(received.facts());
                var given = new HashSet<>(consents);
                if (received.consent() != null) {
                    given.add(received.consent());
                }
                yield new EhrLink(identity, more, given, forgotten);
            }
        };
    }
}
