package io.equipoise.randomization.interleaving;

import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.journal.Journal;
import io.equipoise.randomization.domain.AllocationEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * A journal in memory with the promises of the real one: a version of a stream is taken once, a command is recorded once.
 * Before each call others may go first; at a write the process may die, before it or after it.
 */
final class SteppedJournal implements Journal<AllocationEvent> {
    private final List<Commit<AllocationEvent>> commits = new ArrayList<>();
    private final Turns turns;
    private final boolean careful;
    private int crashes;

    /** @param careful keeps the promises; otherwise it takes whatever it is given */
    SteppedJournal(Turns turns, boolean careful) {
        this.turns = turns;
        this.careful = careful;
    }

    /** How many processes may die from now on. */
    void mayCrash(int times) {
        crashes = times;
    }

    /** The process is gone; whoever asked has no answer. */
    static final class Crash extends RuntimeException {}

    @Override
    public List<Commit<AllocationEvent>> read(String stream, long afterVersion) {
        turns.step();
        return commits.stream()
                .filter(commit -> commit.version() > afterVersion)
                .toList();
    }

    @Override
    public Optional<Commit<AllocationEvent>> find(String commandId) {
        turns.step();
        return recorded(commandId);
    }

    @Override
    public Commit<AllocationEvent> append(String stream, long version, Attribution by, List<AllocationEvent> facts) {
        turns.step();
        int fate = crashes == 0 ? 0 : turns.choose(3);
        if (fate == 1) {
            crashes--;
            throw new Crash();
        }
        if (careful && recorded(by.commandId()).isPresent()) {
            LockSupport.unpark(Thread.currentThread());
            throw new RepeatedCommand(by.commandId());
        }
        if (careful && version != commits.size() + 1) {
            LockSupport.unpark(Thread.currentThread());
            throw new StaleStream(stream, version);
        }
        var commit = new Commit<>(stream, version, 0, version, by, facts);
        commits.add(commit);
        if (fate == 2) {
            crashes--;
            throw new Crash();
        }
        return commit;
    }

    /** What is there now, looked at from outside. */
    List<Commit<AllocationEvent>> all() {
        return List.copyOf(commits);
    }

    private Optional<Commit<AllocationEvent>> recorded(String commandId) {
        return commits.stream()
                .filter(commit -> commit.by().commandId().equals(commandId))
                .findFirst();
    }

    @Override
    public List<Commit<AllocationEvent>> after(int lane, long position, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int lanes() {
        return 1;
    }

    @Override
    public void onAppend(IntConsumer listener) {
        throw new UnsupportedOperationException();
    }
}
