package io.equipoise.randomization.interleaving;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Commit;
import io.equipoise.randomization.domain.Allocation;
import io.equipoise.randomization.domain.AllocationEvent;
import io.equipoise.randomization.domain.AllocationEvent.ArmAllocated;
import io.equipoise.randomization.domain.AllocationEvent.CodeBroken;
import io.equipoise.randomization.domain.AllocationEvent.KitDispensed;
import io.equipoise.randomization.domain.AllocationEvent.SubjectRandomized;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** What holds whatever happens at once and whoever dies. */
final class Promises {
    private Promises() {}

    static void hold(SmallStudy study) {
        var commits = study.journal.all();
        var facts = commits.stream().flatMap(commit -> commit.facts().stream()).toList();
        oneSubjectOnePlace(facts);
        oneKitOneSubject(facts);
        noCodeOfNobody(facts);
        oneCommandOneCommit(commits);
        nothingAcknowledgedIsLost(study, commits);
    }

    /** No place skipped, none used twice, and at each what the list says. */
    private static void oneSubjectOnePlace(List<AllocationEvent> facts) {
        var places = of(facts, SubjectRandomized.class);
        assertThat(places).extracting(SubjectRandomized::subject).doesNotHaveDuplicates();
        var inOrder = IntStream.rangeClosed(1, places.size()).boxed().toList();
        assertThat(places).extracting(SubjectRandomized::position).isEqualTo(inOrder);
        assertThat(places).extracting(SubjectRandomized::ordinal).isEqualTo(inOrder);
        var list = Objects.requireNonNull(Allocation.DECIDER.replay(facts).list());
        assertThat(of(facts, ArmAllocated.class))
                .extracting(ArmAllocated::arm)
                .isEqualTo(list.of("ALL").orElseThrow().arms().subList(0, places.size()));
        assertThat(of(facts, ArmAllocated.class))
                .extracting(ArmAllocated::subject)
                .isEqualTo(places.stream().map(SubjectRandomized::subject).toList());
    }

    private static void oneKitOneSubject(List<AllocationEvent> facts) {
        var handed = of(facts, KitDispensed.class);
        assertThat(handed).extracting(KitDispensed::kit).doesNotHaveDuplicates();
        assertThat(handed)
                .extracting(fact -> fact.subject() + "/" + fact.dose())
                .doesNotHaveDuplicates();
        var allocation = Allocation.DECIDER.replay(facts);
        handed.forEach(fact -> assertThat(
                        Objects.requireNonNull(allocation.stock().kits().get(fact.kit()))
                                .type())
                .as("what the kit holds")
                .isEqualTo(Objects.requireNonNull(allocation
                                .seats()
                                .get(SubjectId.parse(fact.subject()).orElseThrow()))
                        .arm()));
    }

    private static void noCodeOfNobody(List<AllocationEvent> facts) {
        var randomized = new HashSet<String>();
        facts.forEach(fact -> {
            if (fact instanceof SubjectRandomized placed) {
                randomized.add(placed.subject());
            }
            if (fact instanceof CodeBroken broken) {
                assertThat(randomized).contains(broken.subject());
            }
        });
    }

    private static void oneCommandOneCommit(List<Commit<AllocationEvent>> commits) {
        assertThat(commits).extracting(commit -> commit.by().commandId()).doesNotHaveDuplicates();
        assertThat(commits)
                .extracting(Commit::version)
                .isEqualTo(IntStream.rangeClosed(1, commits.size())
                        .mapToObj(Long::valueOf)
                        .toList());
    }

    /** Everybody has an answer; who was told that it is done finds it in the journal, and one of a command's askers was first. */
    private static void nothingAcknowledgedIsLost(SmallStudy study, List<Commit<AllocationEvent>> commits) {
        assertThat(study.answers).hasSize(study.asked());
        study.answers.forEach(answer -> {
            if (answer instanceof Outcome.Recorded<AllocationEvent>(var commit, var repeated)) {
                assertThat(commits).contains(commit);
            }
        });
    }

    private static <F extends AllocationEvent> List<F> of(List<AllocationEvent> facts, Class<F> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
