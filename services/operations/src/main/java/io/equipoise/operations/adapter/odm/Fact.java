package io.equipoise.operations.adapter.odm;

import io.equipoise.operations.application.Harm;
import io.equipoise.operations.application.Person;
import io.equipoise.operations.application.Person.Dose;
import io.equipoise.operations.application.Story;
import io.equipoise.operations.application.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One filled form of a person: its values in the order of the form's items, and what was told that filled it.
 *
 * @param key of the repetition; null where the form is filled once
 * @param told null where no single message filled it
 */
record Fact(
        Form form,
        @Nullable String key,
        List<@Nullable Object> values,
        @Nullable Story told) {
    private static final Set<String> OF_DOSES =
            Set.of("DoseAdministered.v1", "DoseHeld.v1", "DoseReleased.v1", "DoseMissed.v1");
    private static final Set<String> OF_ENROLMENT = Set.of(
            "SubjectRegistered.v1",
            "ConsentGiven.v1",
            "ConsentWithdrawn.v1",
            "SubjectScreenFailed.v1",
            "SubjectEnrolled.v1",
            "SubjectRandomized.v1");
    private static final Set<String> OF_CALENDARS = Set.of("CalendarPlanned.v1", "CalendarRecalculated.v1");

    static List<Fact> of(Trial trial, Person person, List<Story> stories) {
        var facts = new ArrayList<Fact>();
        facts.add(enrolment(person, last(stories, OF_ENROLMENT)));
        leavings(person, stories, facts);
        var planned = last(stories, OF_CALENDARS);
        person.entries()
                .forEach(entry -> facts.add(new Fact(
                        Form.CALENDAR,
                        entry.entry(),
                        Arrays.asList(entry.title(), entry.planned(), entry.earliest(), entry.latest(), entry.state()),
                        planned)));
        doses(person, stories, facts);
        trial.harmsOf(person.subject()).forEach(harm -> facts.add(harm(harm, stories)));
        return List.copyOf(facts);
    }

    private static Fact enrolment(Person person, @Nullable Story told) {
        var said = person.enrolment();
        var failure = said.failure();
        return new Fact(
                Form.ENROLMENT,
                null,
                Arrays.asList(
                        said.screenedOn(),
                        said.consentedOn(),
                        said.consentWithdrawnOn(),
                        failure == null ? null : failure.on(),
                        failure == null ? null : String.join(", ", failure.rules()),
                        said.enrolledOn(),
                        person.randomizedOn()),
                told);
    }

    private static void leavings(Person person, List<Story> stories, List<Fact> facts) {
        var told = of(stories, Set.of("SubjectWithdrawn.v1"));
        var left = person.enrolment().withdrawals();
        for (int n = 0; n < left.size(); n++) {
            var leaving = left.get(n);
            facts.add(new Fact(
                    Form.LEAVING,
                    leaving.scope(),
                    Arrays.asList(leaving.on(), leaving.scope(), leaving.reason()),
                    told.size() == left.size() ? told.get(n) : null));
        }
    }

    /** A person has doses in the order told, and so are the messages that told them. */
    private static void doses(Person person, List<Story> stories, List<Fact> facts) {
        var told = of(stories, OF_DOSES);
        for (int n = 0; n < person.doses().size(); n++) {
            var dose = person.doses().get(n);
            facts.add(new Fact(
                    Form.DOSE,
                    String.valueOf(n + 1),
                    values(dose),
                    told.size() == person.doses().size() ? told.get(n) : null));
        }
    }

    private static List<@Nullable Object> values(Dose dose) {
        var deviations = String.join(", ", dose.deviations());
        return Arrays.asList(
                dose.dose(),
                dose.state(),
                dose.on(),
                dose.startedAt(),
                dose.reason(),
                deviations.isEmpty() ? null : deviations);
    }

    private static Fact harm(Harm harm, List<Story> stories) {
        var told = stories.stream()
                .filter(each -> each.type().startsWith("AdverseEvent"))
                .filter(each -> each.stream().endsWith("/" + harm.event()))
                .max(Comparator.comparingLong(Story::version));
        var criteria = String.join(", ", harm.criteria());
        return new Fact(
                Form.ADVERSE_EVENT,
                harm.event(),
                Arrays.asList(
                        harm.term(),
                        harm.grade(),
                        harm.serious(),
                        criteria.isEmpty() ? null : criteria,
                        harm.onset(),
                        harm.relation(),
                        harm.dose(),
                        harm.outcome()),
                told.orElse(null));
    }

    private static List<Story> of(List<Story> stories, Set<String> types) {
        return stories.stream()
                .filter(each -> types.contains(each.type()))
                .sorted(Comparator.comparing(Story::stream).thenComparingLong(Story::version))
                .toList();
    }

    private static @Nullable Story last(List<Story> stories, Set<String> types) {
        return stories.stream()
                .filter(each -> types.contains(each.type()))
                .max(Comparator.comparing(Story::toldAt))
                .orElse(null);
    }
}
