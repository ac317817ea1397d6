package io.equipoise.enrolment.domain;

import io.equipoise.contracts.SubjectId;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectRegistered;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A registered person's record.
 *
 * @param facts every fact ever recorded, in the order of recording
 * @param forfeited the highest place number that will never enrol this person; 0 for none
 */
public record Person(
        SubjectId subject,
        Stage stage,
        LocalDate screenedOn,
        List<Consent> consents,
        @Nullable LocalDate consentWithdrawnOn,
        List<Fact> facts,
        List<SetAside> setAside,
        @Nullable LocalDate enrolledOn,
        @Nullable Place place,
        boolean treatmentStopped,
        long forfeited)
        implements Subject {
    public Person {
        consents = List.copyOf(consents);
        facts = List.copyOf(facts);
        setAside = List.copyOf(setAside);
    }

    static Person registered(SubjectRegistered event) {
        return new Person(
                event.subject(),
                Stage.SCREENING,
                event.screenedOn(),
                List.of(),
                null,
                List.of(),
                List.of(),
                null,
                null,
                false,
                0);
    }

    /** Of each fact the one observed last; of two observed on one day the one recorded last. */
    public Map<String, Fact> latest() {
        var latest = new LinkedHashMap<String, Fact>();
        for (var fact : facts) {
            latest.merge(
                    fact.fact(), fact, (old, fresh) -> fresh.observedOn().isBefore(old.observedOn()) ? old : fresh);
        }
        return latest;
    }

    /** The agreement that holds on a day: given by then, and never withdrawn. */
    public Optional<Consent> liveConsent(LocalDate day) {
        return consentWithdrawnOn != null
                ? Optional.empty()
                : consents.stream()
                        .filter(consent -> !consent.givenOn().isAfter(day))
                        .reduce((one, other) -> other.givenOn().isBefore(one.givenOn()) ? one : other);
    }

    boolean isOut() {
        return stage == Stage.SCREEN_FAILED || stage == Stage.WITHDRAWN;
    }

    Person with(Consent consent) {
        return copy(stage, appended(consents, List.of(consent)), facts, treatmentStopped, forfeited);
    }

    Person with(List<Fact> more) {
        return copy(stage, consents, appended(facts, more), treatmentStopped, forfeited);
    }

    Person at(Stage next) {
        return copy(next, consents, facts, treatmentStopped, forfeited);
    }

    Person withdrawn(Scope scope) {
        return copy(scope == Scope.STUDY ? Stage.WITHDRAWN : stage, consents, facts, true, forfeited);
    }

    Person forfeited(long number) {
        return copy(stage, consents, facts, treatmentStopped, Math.max(forfeited, number));
    }

    Person withoutConsent(LocalDate day) {
        return new Person(
                subject,
                stage,
                screenedOn,
                consents,
                day,
                facts,
                setAside,
                enrolledOn,
                place,
                treatmentStopped,
                forfeited);
    }

    Person withSetAside(List<SetAside> more) {
        return new Person(
                subject,
                stage,
                screenedOn,
                consents,
                consentWithdrawnOn,
                facts,
                appended(setAside, more),
                enrolledOn,
                place,
                treatmentStopped,
                forfeited);
    }

    Person enrolled(LocalDate day, Place taken) {
        return new Person(
                subject,
                Stage.ENROLLED,
                screenedOn,
                consents,
                consentWithdrawnOn,
                facts,
                setAside,
                day,
                taken,
                treatmentStopped,
                forfeited);
    }

    private Person copy(Stage next, List<Consent> agreed, List<Fact> known, boolean stopped, long given) {
        return new Person(
                subject,
                next,
                screenedOn,
                agreed,
                consentWithdrawnOn,
                known,
                setAside,
                enrolledOn,
                place,
                stopped,
                given);
    }

    private static <T> List<T> appended(List<T> list, List<T> more) {
        var all = new ArrayList<>(list);
        all.addAll(more);
        return all;
    }
}
