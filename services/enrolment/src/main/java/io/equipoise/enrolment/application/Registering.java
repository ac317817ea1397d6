package io.equipoise.enrolment.application;

import io.equipoise.contracts.SubjectId;
import io.equipoise.enrolment.domain.EnrolmentEvent;
import io.equipoise.enrolment.domain.Origin;
import io.equipoise.enrolment.domain.Subject;
import io.equipoise.enrolment.domain.SubjectCommand.Register;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.command.Outcome.Refused;
import io.equipoise.platform.journal.Attribution;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives the next number of a site's screening log. A number belongs to whoever opens its stream first; who comes second
 * asks for the next one, so numbers have no gap and no double, however many register at once. Whoever comes on a ticket
 * has it bound to the number first, so that two never come on one; if another takes that number meanwhile, it is bound anew.
 */
public final class Registering {
    private static final int LAST_NUMBER = 9999;

    private final People people;
    private final SubjectList known;
    private final Invitations invitations;

    public Registering(People people, SubjectList known, Invitations invitations) {
        this.people = people;
        this.known = known;
        this.invitations = invitations;
    }

    /** A person comes to a screening, for the first time or again. */
    public record Coming(
            String study,
            String site,
            LocalDate screenedOn,
            @Nullable String invitation,
            @Nullable SubjectId rescreenOf) {
        public Coming(String study, String site, LocalDate screenedOn) {
            this(study, site, screenedOn, null, null);
        }

        SubjectId numbered(int number) {
            return new SubjectId(study, site, number);
        }
    }

    public Outcome<EnrolmentEvent> register(Coming who, Attribution by) {
        if (people.study(who.study()).isEmpty()) {
            return new Refused<>(People.unknownStudy(who.study()));
        }
        var ticket = ticket(who);
        return ticket.isPresent() ? onTicket(who, ticket.get(), by) : openly(who, by);
    }

    /** An earlier attempt brings its own invitation along. */
    private Optional<Ticket> ticket(Coming who) {
        var earlier = who.rescreenOf();
        if (earlier != null) {
            return Optional.of(new Rescreening(people, earlier, who.site()));
        }
        return Optional.ofNullable(who.invitation())
                .map(invitation -> invitations.ticket(who.study(), who.site(), invitation));
    }

    private Outcome<EnrolmentEvent> openly(Coming who, Attribution by) {
        for (int number = next(who); number <= LAST_NUMBER; number++) {
            var outcome = open(who.numbered(number), who, Origin.FIRST, by);
            if (!isTaken(outcome)) {
                return outcome;
            }
        }
        return exhausted(who);
    }

    private Outcome<EnrolmentEvent> onTicket(Coming who, Ticket ticket, Attribution by) {
        var invalid = ticket.invalid();
        if (invalid.isPresent()) {
            return new Refused<>(invalid.get());
        }
        for (int number = next(who); number <= LAST_NUMBER; number++) {
            var bound = ticket.boundTo();
            var subject = bound.orElse(who.numbered(number));
            if (bound.isEmpty()) {
                var no = refusal(subject, who, ticket.origin(), by);
                if (no.isPresent()) {
                    return new Refused<>(no.get());
                }
                ticket.bind(subject, null, by.withSuffix("bind-" + number));
                if (!ticket.boundTo().equals(Optional.of(subject))) {
                    continue;
                }
            }
            var outcome = open(subject, who, ticket.origin(), by);
            if (!isTaken(outcome)) {
                return outcome;
            }
            if (people.find(subject).filter(ticket::admitted).isPresent()) {
                return new Refused<>(ticket.used(subject));
            }
            ticket.bind(who.numbered(number), subject, by.withSuffix("bind-" + number));
        }
        return exhausted(who);
    }

    /** What would be answered to a number that is free: nothing is bound for somebody who cannot come. */
    private Optional<Refusal> refusal(SubjectId subject, Coming who, Origin origin, Attribution by) {
        return people.study(who.study(), who.site()).flatMap(study -> {
            var asked = new Register(subject, who.screenedOn(), origin, study, People.today(study, who.site(), by));
            return Subject.DECIDER.decide().apply(Subject.DECIDER.initial(), asked)
                            instanceof Decision.Refused<?>(var no)
                    ? Optional.of(no)
                    : Optional.empty();
        });
    }

    private int next(Coming who) {
        return known.highestNumber(who.study(), who.site()) + 1;
    }

    private Outcome<EnrolmentEvent> open(SubjectId subject, Coming who, Origin origin, Attribution by) {
        return people.ask(
                subject,
                who.screenedOn(),
                (found, today) -> new Register(subject, who.screenedOn(), origin, found, today),
                by);
    }

    private static Outcome<EnrolmentEvent> exhausted(Coming who) {
        return new Refused<>(Refusal.conflict(
                "SITE_NUMBERS_EXHAUSTED", "site " + who.site() + " has given all numbers up to " + LAST_NUMBER));
    }

    private static boolean isTaken(Outcome<EnrolmentEvent> outcome) {
        return outcome instanceof Refused<EnrolmentEvent>(var reason)
                && reason.code().equals("ALREADY_REGISTERED");
    }
}
