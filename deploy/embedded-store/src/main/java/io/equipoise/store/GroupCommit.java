package io.equipoise.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Lets writers that wait at the same time share one commit, and tidies up between commits. */
final class GroupCommit implements AutoCloseable {

    private static final Duration HOUSEKEEPING = Duration.ofMillis(500);

    private final BlockingQueue<CompletableFuture<Boolean>> waiting = new LinkedBlockingQueue<>();
    private final Consumer<Boolean> commit;
    private final Thread committer;
    private volatile boolean closing;

    /** The commit is told whether it is also time to tidy up. */
    GroupCommit(Consumer<Boolean> commit) {
        this.commit = commit;
        this.committer = Thread.ofPlatform().name("group-commit").start(this::commitBatches);
    }

    /** Returns when all that was written before the call is committed; fails if the commit failed. */
    void await() {
        var mine = new CompletableFuture<Boolean>();
        waiting.add(mine);
        if (!committer.isAlive()) {
            throw new IllegalStateException("The store is closed");
        }
        mine.join();
    }

    private void commitBatches() {
        long tidied = System.nanoTime();
        while (!closing || !waiting.isEmpty()) {
            var batch = nextBatch();
            boolean tidy = System.nanoTime() - tidied > HOUSEKEEPING.toNanos();
            try {
                commit.accept(tidy);
                batch.forEach(writer -> writer.complete(true));
            } catch (RuntimeException e) {
                batch.forEach(writer -> writer.completeExceptionally(e));
            }
            tidied = tidy ? System.nanoTime() : tidied;
        }
        waiting.forEach(late -> late.completeExceptionally(new IllegalStateException("The store is closed")));
    }

    private List<CompletableFuture<Boolean>> nextBatch() {
        var batch = new ArrayList<CompletableFuture<Boolean>>();
        try {
            var first = waiting.poll(HOUSEKEEPING.toMillis(), TimeUnit.MILLISECONDS);
            if (first != null) {
                batch.add(first);
            }
        } catch (InterruptedException e) {
            closing = true;
        }
        waiting.drainTo(batch);
        return batch;
    }

    @Override
    public void close() {
        closing = true;
        waiting.add(new CompletableFuture<>()); // wakes the committer, which commits what waits and ends
        try {
            committer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
