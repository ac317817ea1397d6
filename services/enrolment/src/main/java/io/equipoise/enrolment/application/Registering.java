package io.equipoise.enrolment.application;

import io.equipoise.contracts.SubjectId;
import io.equipoise.enrolment.domain.EnrolmentEvent;
import io.equipoise.enrolment.domain.SubjectCommand.Register;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import java.time.LocalDate;

/**
 * Gives the next number of a site's screening log. A number belongs to whoever opens its stream first; who comes second
 * asks for the next one, so numbers have no gap and no double, however many register at once.
 */
public final class Registering {
    private static final int LAST_NUMBER = 9999;

    private final People people;
    private final SubjectList known;

    public Registering(People people, SubjectList known) {
        this.people = people;
        this.known = known;
    }

    public Outcome<EnrolmentEvent> register(String study, String site, LocalDate screenedOn, Attribution by) {
        for (int number = known.highestNumber(study, site) + 1; number <= LAST_NUMBER; number++) {
            var subject = new SubjectId(study, site, number);
            var outcome = people.ask(
                    subject, screenedOn, (found, today) -> new Register(subject, screenedOn, found, today), by);
            if (!isTaken(outcome)) {
                return outcome;
            }
        }
        return new Outcome.Refused<>(Refusal.conflict(
                "SITE_NUMBERS_EXHAUSTED", "site " + site + " has given all numbers up to " + LAST_NUMBER));
    }

    private static boolean isTaken(Outcome<EnrolmentEvent> outcome) {
        return outcome instanceof Outcome.Refused<EnrolmentEvent>(var reason)
                && reason.code().equals("ALREADY_REGISTERED");
    }
}
