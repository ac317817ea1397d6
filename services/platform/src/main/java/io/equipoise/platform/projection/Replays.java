package io.equipoise.platform.projection;

import io.equipoise.platform.consume.Inbox;
import io.equipoise.platform.consume.Listener;
import io.equipoise.platform.projection.ProjectionCheck.Compared;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Drops and rebuilds the projections, or compares them with freshly rebuilt ones. One such at a time. */
public final class Replays {
    private static final int LOOKS = 5;
    private static final long PAUSE_MILLIS = 400;

    private final Projections projections;
    private final Listener listener;
    private final Inbox inbox;
    private final ProjectionCheck check;
    private final Optional<OwnReplay> own;

    public Replays(
            Projections projections, Listener listener, Inbox inbox, ProjectionCheck check, Optional<OwnReplay> own) {
        this.projections = projections;
        this.listener = listener;
        this.inbox = inbox;
        this.check = check;
        this.own = own;
    }

    /** Compares; what is still on its way may differ at the first look, so a difference is looked at again. */
    public synchronized List<Compared> compare() {
        var compared = look();
        for (int again = 1; again < LOOKS && !compared.stream().allMatch(Compared::equal); again++) {
            pause();
            compared = look();
        }
        return compared;
    }

    /** Drops all projections, hears others' facts again, and has the own journal handled again. */
    public synchronized void rebuild() {
        listener.rewind(() -> {
            projections.clear();
            inbox.forget();
            own.ifPresent(OwnReplay::rebuild);
        });
    }

    /** Builds the living read models of others' facts anew; nobody reacts to anything a second time. */
    synchronized void renewOthers() {
        projections.clear();
        check.hear(projections.topics(), projections.living());
    }

    private List<Compared> look() {
        var mine = own.map(OwnReplay::collections).orElse(List.of());
        var all = Stream.concat(projections.collections().stream(), mine.stream())
                .distinct()
                .toList();
        check.clear(all);
        check.hear(listener.topics(), projections.over(check.shadow()));
        own.ifPresent(replay -> replay.into(check.shadow()));
        return check.compare(all);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
