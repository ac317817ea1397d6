package io.equipoise.randomization.interleaving;

import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.randomization.domain.Allocation;
import io.equipoise.randomization.domain.AllocationCommand;
import io.equipoise.randomization.domain.AllocationCommand.BreakCode;
import io.equipoise.randomization.domain.AllocationCommand.Dispense;
import io.equipoise.randomization.domain.AllocationCommand.DrawList;
import io.equipoise.randomization.domain.AllocationCommand.Randomize;
import io.equipoise.randomization.domain.AllocationEvent;
import io.equipoise.randomization.domain.Shipment.BoxedKit;
import io.equipoise.randomization.domain.Trial;
import java.util.ArrayList;
import java.util.List;

/** A study of a few people whose staff ask for things at the same time, each at a process of its own. */
final class SmallStudy {
    private static final String STREAM = "allocation/" + Trial.STUDY;

    final SteppedJournal journal;
    final List<Outcome<AllocationEvent>> answers = new ArrayList<>();
    private final Turns turns;
    private int asked;

    /**
     * @param careful whether the journal keeps its promises
     * @param slots of the one stratum's list
     */
    SmallStudy(Turns turns, boolean careful, int slots, List<BoxedKit> kits) {
        this.turns = turns;
        this.journal = new SteppedJournal(turns, careful);
        ask("draw", new DrawList(Trial.STUDY, Trial.DESIGN, Trial.SEED, List.of(2), slots));
        ask("kits", Trial.receiving(Trial.shipment(kits)));
        answers.clear();
    }

    /** Happened before anybody asks for anything at once. */
    SmallStudy with(SubjectId... randomized) {
        for (var subject : randomized) {
            ask("before/" + subject, randomize(subject));
        }
        answers.clear();
        return this;
    }

    /** From now on so many processes may die. */
    SmallStudy crashing(int times) {
        journal.mayCrash(times);
        return this;
    }

    /** Somebody asks, under a key of their own; who gets no answer asks again with the same key, at another process. */
    void somebody(String key, AllocationCommand command) {
        asked++;
        turns.add(() -> {
            while (true) {
                try {
                    ask(key, command);
                    return;
                } catch (SteppedJournal.Crash noAnswer) {
                    Thread.onSpinWait();
                }
            }
        });
    }

    private void ask(String key, AllocationCommand command) {
        var process = new CommandHandler<>(journal, Allocation.DECIDER);
        var by = new Attribution(key, key, "inv-01", "investigator", Trial.NOW.toldAt(), null, null, "c", null, null);
        answers.add(process.handle(STREAM, command, by));
    }

    /** How many people wait for an answer. */
    int asked() {
        return asked;
    }

    static Randomize randomize(SubjectId subject) {
        return new Randomize(Trial.enrolled(subject), true, Trial.DAY_0, Trial.NOW);
    }

    static Dispense dispense(SubjectId subject) {
        return new Dispense(Trial.enrolled(subject), true, 1, Trial.FIRST_INFUSION, Trial.NOW);
    }

    static BreakCode breakCode(SubjectId subject) {
        return new BreakCode(
                subject,
                "OVERDOSE",
                "seizure one hour after the infusion",
                Trial.FIRST_INFUSION,
                "inv-01",
                true,
                Trial.NOW.toldAt(),
                null,
                Trial.NOW);
    }
}
