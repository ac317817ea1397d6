package io.equipoise.adverseevent.application;

import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.journal.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntConsumer;

/** A journal that keeps the promises of one and forgets everything with its process; it can be away for a while. */
public final class MemoryJournal<E> implements Journal<E> {
    private final List<Commit<E>> commits = new ArrayList<>();
    private final List<IntConsumer> listeners = new CopyOnWriteArrayList<>();
    private boolean away;

    public synchronized void goAway(boolean gone) {
        away = gone;
    }

    @Override
    public synchronized List<Commit<E>> read(String stream, long afterVersion) {
        mustBeThere();
        return commits.stream()
                .filter(commit -> commit.stream().equals(stream) && commit.version() > afterVersion)
                .toList();
    }

    @Override
    public synchronized Optional<Commit<E>> find(String commandId) {
        mustBeThere();
        return commits.stream()
                .filter(commit -> commit.by().commandId().equals(commandId))
                .findFirst();
    }

    @Override
    public Commit<E> append(String stream, long version, Attribution by, List<E> facts) {
        Commit<E> commit;
        synchronized (this) {
            if (find(by.commandId()).isPresent()) {
                throw new RepeatedCommand(by.commandId());
            }
            if (read(stream).size() >= version) {
                throw new StaleStream(stream, version);
            }
            commit = new Commit<>(stream, version, 0, commits.size() + 1L, by, facts);
            commits.add(commit);
        }
        listeners.forEach(listener -> listener.accept(0));
        return commit;
    }

    @Override
    public synchronized List<Commit<E>> after(int lane, long position, int limit) {
        mustBeThere();
        return commits.stream()
                .filter(commit -> commit.position() > position)
                .limit(limit)
                .toList();
    }

    @Override
    public int lanes() {
        return 1;
    }

    @Override
    public void onAppend(IntConsumer listener) {
        listeners.add(listener);
    }

    /** Every fact ever recorded in a stream. */
    public List<E> facts(String stream) {
        return read(stream).stream().flatMap(commit -> commit.facts().stream()).toList();
    }

    private void mustBeThere() {
        if (away) {
            throw new IllegalStateException("the store is away");
        }
    }
}
