package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.AlertFact;
import io.equipoise.adverseevent.domain.AlertFact.AlertAcknowledged;
import io.equipoise.adverseevent.domain.AlertFact.AlertDelivered;
import io.equipoise.adverseevent.domain.AlertFact.AlertEscalated;
import io.equipoise.adverseevent.domain.AlertFact.AlertRaised;
import io.equipoise.adverseevent.domain.AlertFact.AlertUndelivered;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.platform.journal.Commit;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What happens to alerts, numbered, for everyone who watches. Readers come and fetch from the number that they have, so
 * nothing is queued for anyone and one who is slow holds up nobody. The last thousand entries are kept in memory: whoever
 * is up to date, or was away for a moment, is served without a look into the log.
 */
public final class AlertFeed {
    private static final int REMEMBERED = 1_000;

    private final FeedLog log;
    private final NavigableMap<Long, FeedEntry> recent = new TreeMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private long newest;

    /** Remembers what was told last before a restart: everyone comes back at once. */
    public AlertFeed(FeedLog log) {
        this.log = log;
        this.newest = log.last();
        log.after(Math.max(0, newest - REMEMBERED), REMEMBERED).forEach(entry -> recent.put(entry.number(), entry));
    }

    /** Told twice, a fact keeps its number. */
    public void told(Commit<SafetyFact> commit) {
        for (int i = 0; i < commit.facts().size(); i++) {
            if (commit.facts().get(i) instanceof AlertFact fact) {
                var source = commit.stream() + "/" + commit.version() + "/" + i;
                switch (fact) {
                    case AlertRaised raised -> publish(log.append(source, "alert", data(raised)));
                    case AlertAcknowledged taken -> publish(log.append(source, "acknowledged", data(taken)));
                    case AlertEscalated up -> publish(log.append(source, "escalated", data(up)));
                    case AlertDelivered delivered -> {}
                    case AlertUndelivered undelivered -> {}
                }
            }
        }
    }

    /**
     * What comes after a number, in order; nothing for who is up to date.
     *
     * @throws IllegalStateException if the next number is missing in the log, so that no one is passed over in silence
     */
    public List<FeedEntry> after(long number, int limit) {
        lock.lock();
        try {
            if (number >= newest) {
                return List.of();
            }
            if (recent.containsKey(number + 1)) {
                return recent.tailMap(number, false).values().stream()
                        .limit(limit)
                        .toList();
            }
        } finally {
            lock.unlock();
        }
        var stored = log.after(number, limit);
        if (stored.isEmpty()) {
            throw new IllegalStateException("the feed has no number " + (number + 1));
        }
        return stored;
    }

    /** The highest number that is told here; 0 if none. */
    public long last() {
        lock.lock();
        try {
            return newest;
        } finally {
            lock.unlock();
        }
    }

    /** Whether anybody can have this number; another process may be ahead of this one for a moment. */
    public boolean gave(long number) {
        return number <= last() || number <= log.last();
    }

    /** True as soon as there is something after the number; false if patience ends first. */
    public boolean await(long number, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            var left = patience.toNanos();
            while (newest <= number) {
                if (left <= 0) {
                    return false;
                }
                left = news.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** What was told in between, by another process, is in the log. */
    private void publish(FeedEntry entry) {
        lock.lock();
        try {
            if (entry.number() <= newest) {
                return;
            }
            if (entry.number() > newest + 1) {
                recent.clear();
            }
            newest = entry.number();
            recent.put(newest, entry);
            if (recent.size() > REMEMBERED) {
                recent.pollFirstEntry();
            }
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static Map<String, Object> data(AlertRaised raised) {
        var data = head(raised);
        data.put("event", raised.event());
        data.put("rule", raised.rule());
        data.put("grade", raised.grade());
        data.put("summary", raised.summary());
        data.put("raisedAt", raised.raisedAt().toString());
        var escalateAt = raised.escalateAt();
        data.put("escalation", escalateAt == null ? "not configured" : escalateAt.toString());
        return data;
    }

    private static Map<String, Object> data(AlertAcknowledged taken) {
        var data = head(taken);
        data.put("by", taken.by());
        data.put("at", taken.at().toString());
        data.put("note", taken.note());
        return data;
    }

    private static Map<String, Object> data(AlertEscalated up) {
        var data = head(up);
        data.put("step", up.step());
        data.put("at", up.at().toString());
        data.put("to", up.to());
        return data;
    }

    private static Map<String, Object> head(AlertFact fact) {
        var data = new LinkedHashMap<String, Object>();
        data.put("alert", fact.alert());
        data.put("study", fact.subject().study());
        data.put("site", fact.subject().site());
        data.put("subject", fact.subject().toString());
        return data;
    }
}
