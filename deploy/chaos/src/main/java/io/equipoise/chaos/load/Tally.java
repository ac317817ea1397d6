package io.equipoise.chaos.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the clients count. */
public final class Tally {
    private int commands;
    private int acknowledged;
    private int repeats;
    private int changed;
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Integer> refused = new TreeMap<>();

    synchronized void asked(String door, Reply reply) {
        commands++;
        if (reply.accepted()) {
            acknowledged++;
        } else {
            refused.merge(reply.status() + " " + reply.code() + " " + door.replaceAll(".*/", ""), 1, Integer::sum);
        }
    }

    synchronized void repeated(Reply again, Reply first) {
        repeats++;
        if (!again.accepted() || !again.text().equals(first.text())) {
            wrong.add("a repeat was answered " + again + ", the first " + first);
        }
    }

    synchronized void changed(Reply reply) {
        changed++;
        if (reply.status() != 409 || !reply.text().contains("COMMAND_ID_REUSED")) {
            wrong.add("another body under a used key was answered " + reply);
        }
    }

    public synchronized int commands() {
        return commands;
    }

    public synchronized int acknowledged() {
        return acknowledged;
    }

    public synchronized int repeats() {
        return repeats;
    }

    public synchronized int changedBodies() {
        return changed;
    }

    public synchronized List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** Commands that ended in a no, or in nothing, by code. */
    public synchronized Map<String, Integer> refused() {
        return Map.copyOf(refused);
    }
}
