package io.equipoise.operations.application;

import io.equipoise.operations.application.Person.Dose;
import io.equipoise.operations.application.Person.Entry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The flow of people through the trial (CONSORT 2010 flow diagram), by person, so that every count opens. */
public record ConsortFlow(
        Count assessed,
        Count excluded,
        List<Count> reasons,
        Count screening,
        Count enrolled,
        Count randomized,
        Count waiting,
        List<DoseStep> doses,
        Count discontinued,
        List<Count> discontinuedWhy,
        Count following,
        Count completed) {

    /** One planned dose: who received it, for whom it is held, who missed it. */
    public record DoseStep(int dose, Count given, Count held, Count missed) {}

    public static ConsortFlow of(Trial trial) {
        var people = trial.people();
        Predicate<Person> enrolled = person -> person.enrolment().enrolledOn() != null;
        Predicate<Person> failed = person -> person.enrolment().failure() != null;
        Predicate<Person> randomized = person -> person.randomizedOn() != null;
        Predicate<Person> left = person -> person.leftTreatment() != null;
        Predicate<Person> done = person -> left.negate().test(person) && completed(trial, person);
        return new ConsortFlow(
                assessed(people),
                count("excluded", "Excluded", people, failed, ConsortFlow::failureNote),
                reasons(trial),
                count(
                        "screening",
                        "In screening, undecided",
                        people,
                        failed.or(enrolled).or(left).negate(),
                        ConsortFlow::screenedNote),
                count(
                        "enrolled",
                        "Enrolled",
                        people,
                        enrolled,
                        each -> on(each.enrolment().enrolledOn())),
                count("randomized", "Randomized", people, randomized, each -> on(each.randomizedOn())),
                waiting(people),
                doses(people),
                count("discontinued", "Discontinued", people, left, ConsortFlow::leavingNote),
                discontinuedWhy(people),
                count(
                        "following",
                        "On study",
                        people,
                        randomized.and(left.negate()).and(done.negate()),
                        ConsortFlow::dosesNote),
                count("completed", "Completed", people, randomized.and(done), ConsortFlow::dosesNote));
    }

    private static Count assessed(List<Person> people) {
        return count("assessed", "Assessed for eligibility", people, each -> true, ConsortFlow::screenedNote);
    }

    private static Count waiting(List<Person> people) {
        Predicate<Person> waits = person -> person.randomizedOn() == null && person.leftTreatment() == null;
        return count(
                "waiting",
                "Enrolled, not randomized",
                people,
                waits.and(person -> person.enrolment().enrolledOn() != null),
                person -> on(person.enrolment().enrolledOn()));
    }

    private static Count count(
            String id, String label, List<Person> people, Predicate<Person> who, Function<Person, String> note) {
        return new Count(
                "consort-" + id,
                label,
                people.stream()
                        .filter(who)
                        .map(person -> new Row(person.subject(), note.apply(person)))
                        .toList());
    }

    /** Completed: every planned dose given or missed, every planned scan received or declared missing. */
    static boolean completed(Trial trial, Person person) {
        return person.entries().stream().noneMatch(entry -> pending(trial, person, entry))
                && person.entries().stream().anyMatch(entry -> entry.dose() != null);
    }

    private static boolean pending(Trial trial, Person person, Entry entry) {
        boolean missing = trial.missing().stream()
                .anyMatch(each -> each.subject().equals(person.subject())
                        && each.timePoint().equals(entry.entry()));
        return entry.unsettled() && !missing && DueList.open(trial, person, entry);
    }

    private static List<Count> reasons(Trial trial) {
        Map<String, List<Row>> byRule = new TreeMap<>();
        for (Person person : trial.people()) {
            var failure = person.enrolment().failure();
            if (failure != null) {
                failure.rules()
                        .forEach(rule -> byRule.computeIfAbsent(rule, each -> new ArrayList<>())
                                .add(new Row(person.subject(), "on " + failure.on())));
            }
        }
        var counts = new ArrayList<Count>();
        byRule.forEach((rule, rows) ->
                counts.add(new Count("consort-rule-" + rule, trial.study().ruleText(rule), rows)));
        Predicate<Person> otherwise = person -> {
            var failure = person.enrolment().failure();
            return failure != null && failure.rules().isEmpty();
        };
        var other = count("otherwise", ScreenFailures.OTHERWISE, trial.people(), otherwise, ConsortFlow::failureNote);
        if (other.n() > 0) {
            counts.add(other);
        }
        return counts;
    }

    private static List<DoseStep> doses(List<Person> people) {
        var numbers = people.stream()
                .flatMap(person -> person.entries().stream())
                .mapMulti((Entry entry, java.util.function.Consumer<Integer> to) -> {
                    if (entry.dose() != null) {
                        to.accept(entry.dose());
                    }
                })
                .distinct()
                .sorted()
                .toList();
        return numbers.stream()
                .map(dose -> new DoseStep(
                        dose,
                        withDose(people, dose, "GIVEN"),
                        withDose(people, dose, "HELD"),
                        withDose(people, dose, "MISSED")))
                .toList();
    }

    private static Count withDose(List<Person> people, int number, String state) {
        var label = "Infusion " + number + " " + state.toLowerCase(java.util.Locale.ROOT);
        return count(
                "dose-" + number + "-" + state,
                label,
                people,
                person -> state.equals(stateOf(person.dose(number))),
                person -> {
                    var dose = person.dose(number);
                    return dose == null ? "" : on(dose.on()) + (dose.reason() == null ? "" : ": " + dose.reason());
                });
    }

    private static @Nullable String stateOf(@Nullable Dose dose) {
        return dose == null ? null : dose.state();
    }

    private static List<Count> discontinuedWhy(List<Person> people) {
        Map<String, List<Row>> byReason = new TreeMap<>();
        for (Person person : people) {
            var leaving = person.leftTreatment();
            if (leaving != null) {
                byReason.computeIfAbsent(leaving.reason(), each -> new ArrayList<>())
                        .add(new Row(person.subject(), leavingNote(person)));
            }
        }
        var counts = new ArrayList<Count>();
        byReason.forEach((reason, rows) -> counts.add(new Count("consort-left-" + counts.size(), reason, rows)));
        return counts;
    }

    private static String screenedNote(Person person) {
        var screened = person.enrolment().screenedOn();
        var earlier = person.enrolment().rescreenOf();
        return (screened == null ? "screening not heard" : "screened on " + screened)
                + (earlier == null ? "" : ", attempt " + person.enrolment().attempt() + " after " + earlier);
    }

    private static String failureNote(Person person) {
        var failure = person.enrolment().failure();
        if (failure == null) {
            return "";
        }
        return on(failure.on()) + (failure.rules().isEmpty() ? "" : ": " + String.join(", ", failure.rules()));
    }

    private static String leavingNote(Person person) {
        var leaving = person.leftTreatment();
        return leaving == null
                ? ""
                : "on " + leaving.on() + ", left the " + leaving.scope().toLowerCase(java.util.Locale.ROOT) + ": "
                        + leaving.reason();
    }

    private static String dosesNote(Person person) {
        return person.dosesGiven() + " infusions given";
    }

    private static String on(@Nullable LocalDate date) {
        return date == null ? "" : "on " + date;
    }
}
