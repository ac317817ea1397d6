package io.equipoise.randomization.domain;

import static io.equipoise.platform.Decision.accept;
import static java.util.Objects.requireNonNull;

import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import io.equipoise.randomization.domain.AllocationCommand.DeclareScheme;
import io.equipoise.randomization.domain.AllocationEvent.SchemeDeclared;
import io.equipoise.randomization.domain.AllocationEvent.SeedCommitted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a design is declared: once, whole, before the first subject, and with a seed whose hash can be published. */
enum SchemeDeclaring {
    ;
    /** The second randomization of the same people; there is no third. */
    static final int SECOND = 2;

    static Decision<AllocationEvent> decide(Allocation allocation, DeclareScheme command) {
        return tooLate(allocation, command)
                .or(() -> wrongSeed(command))
                .or(() -> incomplete(command))
                .or(() -> new ParameterCheck(command.design(), command.parameters()).obstacle())
                .map(Decision::<AllocationEvent>refuse)
                .orElseGet(() -> declare(allocation, command));
    }

    private static Optional<Refusal> tooLate(Allocation allocation, DeclareScheme command) {
        if (command.randomization() != 1 && command.randomization() != SECOND) {
            return Optional.of(Refusal.invalid(
                    "RANDOMIZATION_NUMBER", "A study randomizes its people once, or a second time.", "/randomization"));
        }
        if (command.randomization() == SECOND && !command.parameters().kind().decidesHere()) {
            return Optional.of(Refusal.invalid(
                    "RANDOMIZATION_NUMBER", "Another system assigns the first randomization only.", "/randomization"));
        }
        if (!allocation.seats().isEmpty()) {
            return Optional.of(Refusal.conflict(
                    "SUBJECTS_ALREADY_RANDOMIZED", "A design is declared before the first subject is randomized."));
        }
        if (command.randomization() == SECOND && allocation.list() == null) {
            return Optional.of(Refusal.conflict(
                    "SCHEME_NOT_DECLARED", "The first randomization is declared before the second.", "/randomization"));
        }
        boolean declared = command.randomization() == 1
                ? allocation.list() != null
                : allocation.designs().schemes().containsKey(SECOND);
        return declared
                ? Optional.of(Refusal.conflict(
                        "SCHEME_ALREADY_DECLARED", "How this randomization is decided was settled, once and for ever."))
                : Optional.empty();
    }

    private static Optional<Refusal> wrongSeed(DeclareScheme command) {
        var seed = command.seed();
        if (command.randomization() == SECOND) {
            return seed == null
                    ? Optional.empty()
                    : Optional.of(Refusal.invalid(
                            "SEED_COMMITTED_ALREADY", "The second randomization has the study's seed.", "/seed"));
        }
        return requireNonNull(seed).canBePublished() ? Optional.empty() : Optional.of(Seed.WEAK);
    }

    private static Optional<Refusal> incomplete(DeclareScheme command) {
        return command.design().unknown().isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.conflict(
                        "DESIGN_INCOMPLETE",
                        "The study's definition does not say what arms are allocated from.",
                        command.design().unknown().toArray(String[]::new)));
    }

    private static Decision<AllocationEvent> declare(Allocation allocation, DeclareScheme command) {
        var list = allocation.list();
        var seed = list == null ? requireNonNull(command.seed()) : list.seed();
        var declared = new SchemeDeclared(
                command.study(),
                command.randomization(),
                command.parameters().kind().algorithm(),
                seed,
                command.design().shares(),
                command.design().factors(),
                command.parameters());
        var facts = new ArrayList<AllocationEvent>(List.of(declared));
        if (list == null) {
            facts.add(new SeedCommitted(command.study(), seed.sha256()));
            facts.addAll(ListDrawing.sequences(allocation, command.study(), command.design()));
        }
        return accept(facts);
    }
}
