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
 */
public record Person(
        SubjectId subject,
        Stage stage,
        Arrival arrival,
        Agreements agreements,
        List<Fact> facts,
        List<SetAside> setAside,
        List<PriorTreatment> treatments,
        Examinations examinations,
        Participation participation)
        implements Subject {
    public Person {
        facts = List.copyOf(facts);
        setAside = List.copyOf(setAside);
        treatments = List.copyOf(treatments);
    }

    static Person registered(SubjectRegistered event) {
        return new Person(
                event.subject(),
                Stage.SCREENING,
                new Arrival(event.screenedOn(), event.nth(), event.rescreenOf(), event.invitation(), null, null),
                Agreements.NONE,
                List.of(),
                List.of(),
                List.of(),
                Examinations.NONE,
                Participation.NONE);
    }

    public LocalDate screenedOn() {
        return arrival.screenedOn();
    }

    public List<Consent> consents() {
        return agreements.own();
    }

    public @Nullable LocalDate consentWithdrawnOn() {
        return agreements.withdrawnOn();
    }

    public @Nullable LocalDate enrolledOn() {
        return participation.enrolledOn();
    }

    /** The day of the enrolment, or of the screening while there is none. */
    LocalDate cameIn() {
        var enrolledOn = enrolledOn();
        return enrolledOn == null ? screenedOn() : enrolledOn;
    }

    public @Nullable Place place() {
        return participation.place();
    }

    public boolean treatmentStopped() {
        return participation.treatmentStopped();
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

    /** Where the definition asks for it and it has been told. */
    Optional<LocalDate> born(Protocol protocol) {
        return protocol.fact(Admission.BIRTH)
                .flatMap(definition -> Optional.ofNullable(latest().get(Admission.BIRTH))
                        .flatMap(fact -> definition.read(fact.value())))
                .flatMap(value -> value instanceof FactValue.On(var day) ? Optional.of(day) : Optional.empty());
    }

    /** The person's own agreement that holds on a day: given by then, and never withdrawn. */
    public Optional<Consent> liveConsent(LocalDate day) {
        return agreements.live(day);
    }

    boolean isOut() {
        return stage == Stage.SCREEN_FAILED || stage == Stage.WITHDRAWN;
    }

    Person with(Agreements next) {
        return new Person(subject, stage, arrival, next, facts, setAside, treatments, examinations, participation);
    }

    Person with(Participation next) {
        return new Person(subject, stage, arrival, agreements, facts, setAside, treatments, examinations, next);
    }

    Person with(Arrival next) {
        return new Person(subject, stage, next, agreements, facts, setAside, treatments, examinations, participation);
    }

    Person with(Examinations next) {
        return new Person(subject, stage, arrival, agreements, facts, setAside, treatments, next, participation);
    }

    Person at(Stage next) {
        return new Person(subject, next, arrival, agreements, facts, setAside, treatments, examinations, participation);
    }

    Person withFacts(List<Fact> more) {
        return new Person(
                subject,
                stage,
                arrival,
                agreements,
                appended(facts, more),
                setAside,
                treatments,
                examinations,
                participation);
    }

    Person withSetAside(List<SetAside> more) {
        return new Person(
                subject,
                stage,
                arrival,
                agreements,
                facts,
                appended(setAside, more),
                treatments,
                examinations,
                participation);
    }

    Person withTreatments(List<PriorTreatment> more) {
        return new Person(
                subject,
                stage,
                arrival,
                agreements,
                facts,
                setAside,
                appended(treatments, more),
                examinations,
                participation);
    }

    Person withdrawn(Scope scope) {
        var stopped = with(participation.stopped());
        return scope == Scope.STUDY ? stopped.at(Stage.WITHDRAWN) : stopped;
    }

    static <T> List<T> appended(List<T> list, List<T> more) {
        var all = new ArrayList<>(list);
        all.addAll(more);
        return all;
    }
}
