package io.equipoise.enrolment.application;

import io.equipoise.contracts.SubjectId;
import io.equipoise.enrolment.domain.EnrolmentEvent;
import io.equipoise.enrolment.domain.Person;
import io.equipoise.enrolment.domain.Place;
import io.equipoise.enrolment.domain.PlaceEvent.PlaceReleased;
import io.equipoise.enrolment.domain.PlaceEvent.PlaceTaken;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.journal.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Gives back places whose taker died before the enrolment, a minute after they were taken. */
public final class PlaceSweeper {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private record Held(Place place, Instant since) {}

    private final Studies studies;
    private final People people;
    private final Enrolments enrolments;
    private final Journal<EnrolmentEvent> journal;
    private final Set<SubjectId> settled = new HashSet<>();

    public PlaceSweeper(Studies studies, People people, Enrolments enrolments, Journal<EnrolmentEvent> journal) {
        this.studies = studies;
        this.people = people;
        this.enrolments = enrolments;
        this.journal = journal;
    }

    /** Answers how many places went back. */
    public synchronized int sweep(Instant now) {
        int released = 0;
        for (var study : studies.all()) {
            for (var each : held(study).entrySet()) {
                if (!settled.contains(each.getKey()) && each.getValue().since().isBefore(now.minus(PATIENCE))) {
                    released += sweep(each.getKey(), each.getValue().place(), now);
                }
            }
        }
        return released;
    }

    private int sweep(SubjectId subject, Place place, Instant now) {
        var enrolled =
                people.find(subject).map(Person::place).filter(place::equals).isPresent();
        if (!enrolled) {
            var id = "sweep/" + subject + "/" + place.number();
            var by = new Attribution(
                    id,
                    id,
                    "system:enrolment",
                    "system",
                    now,
                    null,
                    "nobody was enrolled on the place",
                    id,
                    null,
                    null);
            if (enrolments.giveBack(subject, place, by)) {
                return 1;
            }
        }
        settled.add(subject);
        return 0;
    }

    private Map<SubjectId, Held> held(String study) {
        var held = new HashMap<SubjectId, Held>();
        for (Commit<EnrolmentEvent> commit : journal.read(Enrolments.stream(study))) {
            for (var fact : commit.facts()) {
                if (fact instanceof PlaceTaken(var subject, var place)) {
                    held.put(subject, new Held(place, commit.by().recordedAt()));
                }
                if (fact instanceof PlaceReleased released) {
                    held.remove(released.subject());
                }
            }
        }
        return held;
    }
}
