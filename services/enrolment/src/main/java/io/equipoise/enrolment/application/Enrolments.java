package io.equipoise.enrolment.application;

import io.equipoise.contracts.SubjectId;
import io.equipoise.enrolment.domain.EnrolmentEvent;
import io.equipoise.enrolment.domain.Person;
import io.equipoise.enrolment.domain.Place;
import io.equipoise.enrolment.domain.PlaceCommand;
import io.equipoise.enrolment.domain.PlaceCommand.ReleasePlace;
import io.equipoise.enrolment.domain.PlaceCommand.TakePlace;
import io.equipoise.enrolment.domain.Places;
import io.equipoise.enrolment.domain.Study;
import io.equipoise.enrolment.domain.Subject;
import io.equipoise.enrolment.domain.SubjectCommand.Enrol;
import io.equipoise.enrolment.domain.SubjectCommand.ForfeitPlace;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.command.Outcome.Refused;
import io.equipoise.platform.journal.Attribution;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Enrols in two steps that heal: a place of the study is taken, then the person's record says enrolled on that place.
 * Whoever dies in between is continued by the same command, or the place goes back: the person's record first forfeits
 * the place, so that nobody can be enrolled on a place that another holds.
 */
public final class Enrolments {
    private static final int PATIENCE = 20;
    private static final String ONLY_A_PLACE_IS_MISSING = "PLACE_MISSING";
    private static final String STALE = "ASSESSMENT_OUT_OF_DATE";
    private static final Set<String> ASK_AGAIN = Set.of(STALE, "PLACE_FORFEITED", ONLY_A_PLACE_IS_MISSING);

    private final People people;
    private final CommandHandler<Places, PlaceCommand, EnrolmentEvent> places;

    public Enrolments(People people, CommandHandler<Places, PlaceCommand, EnrolmentEvent> places) {
        this.people = people;
        this.places = places;
    }

    public Outcome<EnrolmentEvent> enrol(SubjectId subject, LocalDate enrolledOn, Attribution by) {
        for (int attempt = 1; ; attempt++) {
            var study = people.study(subject);
            var person = people.find(subject);
            if (study.isEmpty() || person.isEmpty()) {
                return new Refused<>(study.isEmpty() ? People.unknownStudy(subject.study()) : Subject.unknown());
            }
            var outcome = attempt(question(person.get(), enrolledOn, study.get(), by), subject, by);
            if (attempt == PATIENCE || !ASK_AGAIN.contains(code(outcome))) {
                return outcome;
            }
        }
    }

    /** On no place yet: whether the person could be enrolled if there were one. */
    private Enrol question(Person person, LocalDate enrolledOn, Study study, Attribution by) {
        var today = People.today(study, person.subject().site(), by);
        return new Enrol(enrolledOn, Place.NONE, people.assess(person, study), study, today);
    }

    private Outcome<EnrolmentEvent> attempt(Enrol asked, SubjectId subject, Attribution by) {
        var happened = People.happened(by, asked.study(), subject.site(), asked.enrolledOn());
        var answer = people.ask(subject, asked, happened);
        if (code(answer).equals(ONLY_A_PLACE_IS_MISSING)) {
            answer = enrolOnAPlace(asked, subject, happened);
        }
        var held = place(subject);
        if (answer instanceof Refused<EnrolmentEvent> && !code(answer).equals(STALE) && held.isPresent()) {
            giveBack(subject, held.get(), happened);
        }
        return answer;
    }

    private Outcome<EnrolmentEvent> enrolOnAPlace(Enrol asked, SubjectId subject, Attribution by) {
        var taken = take(subject, asked.study(), by);
        if (taken instanceof Refused<EnrolmentEvent>) {
            return taken;
        }
        var place = place(subject).orElse(Place.NONE);
        return people.ask(
                subject, new Enrol(asked.enrolledOn(), place, asked.assessment(), asked.study(), asked.today()), by);
    }

    /** How many places were taken before is part of the step's id: after a release the same command takes anew. */
    private Outcome<EnrolmentEvent> take(SubjectId subject, Study study, Attribution by) {
        var before = places.state(stream(subject.study()));
        return before.of(subject).isPresent()
                ? new Outcome.Unchanged<>()
                : places.handle(
                        stream(subject.study()),
                        new TakePlace(subject, study.protocol().target(), siteCap(study, subject.site())),
                        by.withSuffix("place-" + (before.taken() + 1)));
    }

    private static @Nullable Integer siteCap(Study study, String site) {
        var found = study.site(site);
        return found.isPresent() ? found.get().cap() : null;
    }

    /** True if the place is free for others now; false if the person turned out to be enrolled on it. */
    boolean giveBack(SubjectId subject, Place place, Attribution by) {
        var today = LocalDate.ofInstant(by.recordedAt(), ZoneOffset.UTC);
        var forfeited = people.ask(
                subject, new ForfeitPlace(place.number(), today), by.withSuffix("forfeit-" + place.number()));
        if (forfeited instanceof Refused<EnrolmentEvent>) {
            return false;
        }
        places.handle(
                stream(subject.study()),
                new ReleasePlace(subject, place.number()),
                by.withSuffix("release-" + place.number()));
        return true;
    }

    private Optional<Place> place(SubjectId subject) {
        return places.state(stream(subject.study())).of(subject);
    }

    private static String code(Outcome<EnrolmentEvent> outcome) {
        return outcome instanceof Refused<EnrolmentEvent>(var reason) ? reason.code() : "";
    }

    static String stream(String study) {
        return "places/" + study;
    }
}
