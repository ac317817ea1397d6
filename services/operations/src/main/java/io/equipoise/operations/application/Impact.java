package io.equipoise.operations.application;

import io.equipoise.operations.application.Person.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whom an amendment concerns and why, as far as this room was told. Who is out of the study is not concerned, nor is who
 * follows the later version already.
 */
public record Impact(String study, int from, int to, Set<Part> touches, List<Affected> people) {

    /** @param version that the person follows; null before they are enrolled, and where it was not told */
    public record Affected(
            String subject, String site, @Nullable Integer version, List<Reason> because) {}

    /** What changed, and what of this person it meets. */
    public record Reason(Part part, String why) {}

    static Impact of(Trial trial, Version from, Version to, Instant now) {
        var touches = from.changedIn(to);
        var people = trial.people().stream()
                .filter(person -> isIn(person) && !follows(person, to))
                .map(person -> new Affected(
                        person.subject(),
                        person.site(),
                        person.enrolment().version(),
                        touches.stream()
                                .flatMap(part ->
                                        why(trial, person, part, now).map(why -> new Reason(part, why)).stream())
                                .toList()))
                .filter(affected -> !affected.because().isEmpty())
                .toList();
        return new Impact(trial.study().study(), from.version(), to.version(), touches, people);
    }

    private static boolean isIn(Person person) {
        return person.enrolment().failure() == null && person.leftStudy() == null;
    }

    private static boolean follows(Person person, Version to) {
        var version = person.enrolment().version();
        return version != null && version >= to.version();
    }

    private static Optional<String> why(Trial trial, Person person, Part part, Instant now) {
        var today = now.atZone(trial.zoneOf(person.site())).toLocalDate();
        Predicate<Entry> yetToClose = entry -> !closes(entry).isBefore(today);
        return switch (part) {
            case CONSENT -> agreed(person).map(on -> "agreed on %s, and the consent reads otherwise".formatted(on));
            case ELIGIBILITY ->
                person.enrolment().enrolledOn() == null
                        ? Optional.of("in screening, and assessed by other rules")
                        : Optional.empty();
            case ALLOCATION ->
                person.enrolment().enrolledOn() != null
                                && person.randomizedOn() == null
                                && person.leftTreatment() == null
                        ? Optional.of("enrolled, and not randomized yet")
                        : Optional.empty();
            case DOSING -> toCome(trial, person, entry -> entry.kind().equals("DOSE"), "dose");
            case VISITS ->
                toCome(trial, person, yetToClose.and(entry -> entry.kind().equals("VISIT")), "visit");
            case IMAGING -> toCome(trial, person, yetToClose.and(Entry::scan), "scan");
        };
    }

    /** A consent that was taken back and not given again is none. */
    private static Optional<LocalDate> agreed(Person person) {
        var given = person.enrolment().consentedOn();
        var withdrawn = person.enrolment().consentWithdrawnOn();
        return Optional.ofNullable(given).filter(on -> withdrawn == null || withdrawn.isBefore(on));
    }

    private static LocalDate closes(Entry entry) {
        return entry.latest() == null ? entry.planned() : entry.latest();
    }

    private static Optional<String> toCome(Trial trial, Person person, Predicate<Entry> which, String name) {
        var open = person.entries().stream()
                .filter(which)
                .filter(Entry::unsettled)
                .filter(entry -> DueList.open(trial, person, entry))
                .toList();
        return open.stream()
                .map(Entry::planned)
                .min(Comparator.naturalOrder())
                .map(first -> "%d %s still to come, the first planned on %s"
                        .formatted(open.size(), open.size() == 1 ? name : name + "s", first));
    }
}
