package io.equipoise.platform.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** The newest commits of a lane that this process wrote itself, without a gap: its followers need not read them again. */
final class Recent<E> {
    private static final int KEPT = 256;

    private final Deque<Supplier<Commit<E>>> commits = new ArrayDeque<>();
    private long last;

    /** After one that another process wrote, everything before is let go. */
    synchronized void add(long position, Supplier<Commit<E>> commit) {
        if (position != last + 1) {
            commits.clear();
        }
        commits.addLast(commit);
        last = position;
        if (commits.size() > KEPT) {
            commits.removeFirst();
        }
    }

    /** Those after a position, in order; none where one of them is not known here. */
    List<Commit<E>> after(long position, int limit) {
        return suppliers(position, limit).stream().map(Supplier::get).toList();
    }

    private synchronized List<Supplier<Commit<E>>> suppliers(long position, int limit) {
        var before = last - commits.size();
        return position < before
                ? List.of()
                : commits.stream().skip(position - before).limit(limit).toList();
    }
}
