package io.equipoise.dosing.domain;

import io.equipoise.dosing.domain.CohortCommand.Assign;
import io.equipoise.dosing.domain.CohortCommand.SignOff;
import io.equipoise.dosing.domain.CohortEvent.CohortSignedOff;
import io.equipoise.dosing.domain.CohortEvent.PersonPutInCohort;
import io.equipoise.platform.Decider;
import io.equipoise.platform.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who is in which dose group of a study, and how each group was tolerated. */
public record Cohorts(List<PersonPutInCohort> people, List<CohortSignedOff> signOffs) {
    public static final Decider<Cohorts, CohortCommand, CohortEvent> DECIDER =
            new Decider<>(new Cohorts(List.of(), List.of()), Cohorts::decide, Cohorts::evolve);

    public Cohorts {
        people = List.copyOf(people);
        signOffs = List.copyOf(signOffs);
    }

    Decision<CohortEvent> decide(CohortCommand command) {
        return switch (command) {
            case Assign asked -> new Assigning(this, asked).decide();
            case SignOff asked -> new SigningOff(this, asked).decide();
        };
    }

    Cohorts evolve(CohortEvent event) {
        return switch (event) {
            case PersonPutInCohort put -> new Cohorts(with(people, put), signOffs);
            case CohortSignedOff signed -> new Cohorts(people, with(signOffs, signed));
        };
    }

    public Optional<String> of(String subject) {
        return people.stream()
                .filter(person -> person.subject().equals(subject))
                .map(PersonPutInCohort::cohort)
                .findFirst();
    }

    /** Those in a group, in the order in which they were put there. */
    public List<String> in(String cohort) {
        return people.stream()
                .filter(person -> person.cohort().equals(cohort))
                .map(PersonPutInCohort::subject)
                .toList();
    }

    /** What was last said about a group. */
    Optional<CohortSignedOff> verdict(String cohort) {
        return signOffs.stream()
                .filter(signed -> signed.cohort().equals(cohort))
                .reduce((earlier, later) -> later);
    }

    private static <T> List<T> with(List<T> all, T one) {
        var more = new ArrayList<>(all);
        more.add(one);
        return more;
    }
}
