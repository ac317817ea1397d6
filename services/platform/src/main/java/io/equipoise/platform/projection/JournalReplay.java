package io.equipoise.platform.projection;

import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.journal.Journal;
import io.equipoise.platform.journal.Tail;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Replays the whole journal, lane by lane, from the first commit. */
public final class JournalReplay<E> implements OwnReplay {
    private static final int BATCH = 500;

    private final Journal<E> journal;
    private final OwnProjections<E> projections;
    private final Tail<E> tail;

    /** @param tail what feeds the living projections */
    public JournalReplay(Journal<E> journal, OwnProjections<E> projections, Tail<E> tail) {
        this.journal = journal;
        this.projections = projections;
        this.tail = tail;
    }

    @Override
    public List<String> collections() {
        return projections.collections();
    }

    @Override
    public Map<String, Integer> versions() {
        return projections.versions();
    }

    @Override
    public boolean isEmpty() {
        return IntStream.range(0, journal.lanes())
                .allMatch(lane -> journal.after(lane, 0, 1).isEmpty());
    }

    @Override
    public void rebuild() {
        tail.again(projections::clear);
    }

    @Override
    public void renew() {
        tail.meanwhile(() -> {
            projections.clear();
            replay(projections.living());
        });
    }

    @Override
    public void into(MongoDatabase shadow) {
        replay(projections.over(shadow));
    }

    private void replay(List<OwnProjection<E>> rebuilt) {
        for (int lane = 0; lane < journal.lanes(); lane++) {
            long position = 0;
            for (var run = journal.after(lane, position, BATCH);
                    !run.isEmpty();
                    run = journal.after(lane, position, BATCH)) {
                Beside.apply(run, rebuilt);
                position = run.getLast().position();
            }
        }
    }
}
