package io.equipoise.imaging.application;

import io.equipoise.contracts.SubjectId;
import io.equipoise.imaging.domain.crossover.CrossoverPlan;
import java.util.List;
import java.util.Optional;

/** What the study definitions say of periods, and who is in a study. */
public interface CrossoverPlans {

    /** The newest definition's; empty where the study is not known. */
    Optional<CrossoverPlan> of(String study);

    /** Everybody in a study who did not fail screening, by number. */
    List<Person> people(String study);

    Optional<Person> person(SubjectId subject);

    /** Somebody in a study, and whether they left it. */
    record Person(SubjectId subject, boolean left) {}
}
