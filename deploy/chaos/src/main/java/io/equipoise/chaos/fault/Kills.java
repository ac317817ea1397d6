package io.equipoise.chaos.fault;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Kills of one run: of whom, and how long each needed to be well again. */
public final class Kills implements AutoCloseable {
    private final Processes processes;
    private final ExecutorService watchers = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Integer> killed = new TreeMap<>();
    private final List<Future<Long>> ways = new ArrayList<>();

    public Kills(Processes processes) {
        this.processes = processes;
    }

    /** Kills it now, and watches in the background until it is back. */
    public void kill(String name) {
        long pid = processes.pid(name);
        if (processes.kill(name)) {
            killed.merge(name, 1, Integer::sum);
            ways.add(watchers.submit(() -> processes.backAfter(name, pid)));
        }
    }

    public int count() {
        return killed.values().stream().mapToInt(Integer::intValue).sum();
    }

    public Map<String, Integer> byName() {
        return Map.copyOf(killed);
    }

    /** Sorted; -1 for one that did not come back in time. */
    public List<Long> waysBack() {
        var all = new ArrayList<Long>();
        for (var way : ways) {
            try {
                all.add(way.get());
            } catch (ExecutionException e) {
                all.add(-1L);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        Collections.sort(all);
        return all;
    }

    @Override
    public void close() {
        watchers.shutdownNow();
    }
}
