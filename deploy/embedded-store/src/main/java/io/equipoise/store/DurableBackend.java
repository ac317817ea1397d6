package io.equipoise.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;

/**
 * Keeps the databases in one file. A write is answered after it is in the file (with sync: on the disk); writes that wait at
 * the same time share a commit. A commit holds whole commands only, so after a crash the indexes agree with the data.
 */
final class DurableBackend extends AbstractMongoBackend {

    private static final int LONGEST_WAIT_MILLIS = 5_000;
    private static final Set<String> WRITES = Set.of(
            "insert",
            "update",
            "delete",
            "findandmodify",
            "create",
            "createindexes",
            "drop",
            "dropdatabase",
            "dropindexes",
            "renamecollection");
    private static final int CACHE_MEGABYTES = 32;

    private final MVStore store;
    private final boolean sync;
    private final Map<String, IndexedDatabase> opened = new ConcurrentHashMap<>();
    private final ReadWriteLock commands = new ReentrantReadWriteLock();
    private final GroupCommit commits;
    private final AtomicInteger active = new AtomicInteger();
    private volatile boolean closed;

    DurableBackend(Path file, boolean sync) {
        this.sync = sync;
        this.store = new MVStore.Builder()
                .fileName(file.toString())
                .cacheSize(CACHE_MEGABYTES)
                .pageSplitSize(4096)
                .autoCommitDisabled()
                .autoCommitBufferSize(0) // else it commits by itself amid a command
                .open();
        store.setVersionsToKeep(0);
        store.setRetentionTime(0);
        store.getMapNames().stream()
                .filter(map -> map.startsWith(IndexedDatabase.DATA))
                .map(map -> map.substring(IndexedDatabase.DATA.length(), map.indexOf('.')))
                .distinct()
                .forEach(this::resolveDatabase);
        this.commits = new GroupCommit(this::commit);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return opened.computeIfAbsent(name, key -> new IndexedDatabase(name, getCursorRegistry(), store));
    }

    @Override
    public void dropDatabase(String name) {
        super.dropDatabase(name);
        opened.remove(name);
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        if (command.equals("hello")) {
            return super.handleCommand(channel, database, "ismaster", query).append("isWritablePrimary", true);
        }
        if (!isWrite(command, query)) {
            return reading(() -> super.handleCommand(channel, database, command, query));
        }
        commands.readLock().lock();
        try {
            return reading(() -> super.handleCommand(channel, database, command, query));
        } finally {
            commands.readLock().unlock();
            commits.await();
        }
    }

    private static boolean isWrite(String command, Document query) {
        return WRITES.contains(command.toLowerCase(Locale.ROOT))
                || (query.get("pipeline") instanceof List<?> stages
                        && !stages.isEmpty()
                        && stages.getLast() instanceof Document last
                        && (last.containsKey("$out") || last.containsKey("$merge")));
    }

    /** The store must not reuse the space of pages that a command still reads. */
    private <T> T reading(Supplier<T> action) {
        active.incrementAndGet();
        try {
            if (closed) {
                throw new IllegalStateException("The store is closed");
            }
            var version = store.registerVersionUsage();
            try {
                return action.get();
            } finally {
                store.deregisterVersionUsage(version);
            }
        } finally {
            active.decrementAndGet();
        }
    }

    private void commit(boolean tidy) {
        commands.writeLock().lock();
        try {
            if (tidy) {
                opened.values().forEach(database -> database.expire(Instant.now(getClock())));
            }
            store.commit();
            if (tidy) {
                store.compact(75, 8 << 20);
            }
        } finally {
            commands.writeLock().unlock();
        }
        if (sync) {
            store.sync();
        }
    }

    /** Refuses new commands, lets those that run end, commits, and only then closes the file under them. */
    @Override
    public void close() {
        closed = true;
        for (int i = 0; active.get() > 0 && i < LONGEST_WAIT_MILLIS; i++) {
            LockSupport.parkNanos(1_000_000);
        }
        commits.close();
        super.close();
        store.close();
    }
}
