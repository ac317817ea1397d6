package io.equipoise.enrolment.application;

import io.equipoise.contracts.SubjectId;
import io.equipoise.enrolment.domain.EnrolmentEvent;
import io.equipoise.enrolment.domain.Origin;
import io.equipoise.enrolment.domain.Origin.Earlier;
import io.equipoise.enrolment.domain.Person;
import io.equipoise.enrolment.domain.Subject;
import io.equipoise.enrolment.domain.SubjectCommand.AllowRescreening;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A failed screening that another may follow. The invitation of the first attempt holds for the next. */
record Rescreening(People people, SubjectId earlier, String site) implements Ticket {

    @Override
    public Optional<Refusal> invalid() {
        if (!earlier.site().equals(site)) {
            return Optional.of(Refusal.invalid(
                    "RESCREENING_AT_ANOTHER_SITE", earlier + " was screened at site " + earlier.site(), "/rescreenOf"));
        }
        return people.find(earlier)
                .map(person -> person.arrival().failedOn() == null
                        ? Optional.of(Subject.notFailed(earlier))
                        : Optional.<Refusal>empty())
                .orElseGet(() -> Optional.of(Subject.unknown()));
    }

    @Override
    public Origin origin() {
        return people.find(earlier)
                .map(Person::arrival)
                .filter(arrival -> arrival.failedOn() != null)
                .map(arrival -> new Origin(
                        new Earlier(earlier, arrival.attempt(), Objects.requireNonNull(arrival.failedOn())),
                        arrival.invitation()))
                .orElse(Origin.FIRST);
    }

    @Override
    public Optional<SubjectId> boundTo() {
        return people.find(earlier)
                .flatMap(person -> Optional.ofNullable(person.arrival().rescreenedAs()));
    }

    @Override
    public Outcome<EnrolmentEvent> bind(SubjectId to, @Nullable SubjectId instead, Attribution by) {
        var today = LocalDate.ofInstant(by.recordedAt(), ZoneOffset.UTC);
        return people.ask(earlier, new AllowRescreening(to, instead, today), by);
    }

    @Override
    public boolean admitted(Person person) {
        return earlier.equals(person.arrival().rescreenOf());
    }

    @Override
    public Refusal used(SubjectId by) {
        return Subject.rescreened(by);
    }
}
