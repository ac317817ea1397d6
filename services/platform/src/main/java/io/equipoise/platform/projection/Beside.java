package io.equipoise.platform.projection;

import io.equipoise.platform.journal.Commit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Several commits into several read models: each model sees each stream in order, and models that promise it, different
 * streams beside each other. Writers that wait for the store at the same time share its way to the disk.
 */
final class Beside {
    /** More would wait for connections to the store, not for the disk. */
    private static final int AT_ONCE = 16;

    private Beside() {}

    /** Returns when all is applied. One that fails fails the whole, once the others have ended; all may be told again. */
    static <E> void apply(List<Commit<E>> commits, List<OwnProjection<E>> projections) {
        var streams = new LinkedHashMap<String, List<Commit<E>>>();
        commits.forEach(commit -> streams.computeIfAbsent(commit.stream(), stream -> new ArrayList<>())
                .add(commit));
        if (streams.size() == 1 || projections.stream().noneMatch(OwnProjection::byStream)) {
            inOrder(commits, projections);
            return;
        }
        var alone = projections.stream().filter(OwnProjection::byStream).toList();
        var together = projections.stream().filter(each -> !each.byStream()).toList();
        var room = new Semaphore(AT_ONCE);
        var work = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            work.add(threads.submit(() -> inOrder(commits, together)));
            for (var stream : streams.values()) {
                work.add(threads.submit(() -> {
                    room.acquireUninterruptibly();
                    try {
                        inOrder(stream, alone);
                    } finally {
                        room.release();
                    }
                }));
            }
        }
        work.forEach(Beside::ended);
    }

    private static <E> void inOrder(List<Commit<E>> commits, List<OwnProjection<E>> projections) {
        commits.forEach(commit -> projections.forEach(projection -> projection.apply(commit)));
    }

    private static void ended(Future<?> part) {
        try {
            part.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("stopped between read models");
        }
    }
}
