package io.equipoise.chaos.agent;

import java.util.List;

/**
 * A place in the product's code at which a process can die. Each is two: just before the method does its work and just
 * after.
 *
 * @param type internal name of the class
 */
public record CrashPoint(String name, String type, String method) {
    private static final String PLATFORM = "io/equipoise/platform/";

    public static final List<CrashPoint> ALL = List.of(
            new CrashPoint("journal-insert", PLATFORM + "journal/MongoJournal", "inserted"),
            new CrashPoint("relay-send", PLATFORM + "relay/Relay", "accept"),
            new CrashPoint("bookmark", PLATFORM + "journal/Bookmarks", "reach"),
            new CrashPoint("projection-write", PLATFORM + "consume/Consumption", "accept"),
            new CrashPoint("heard-write", PLATFORM + "consume/Ledger", "writeDown"),
            new CrashPoint("offset-commit", "org/apache/kafka/clients/consumer/KafkaConsumer", "commitSync"));

    static List<CrashPoint> in(String type) {
        return ALL.stream().filter(point -> point.type().equals(type)).toList();
    }

    public String before() {
        return "before-" + name;
    }

    public String after() {
        return "after-" + name;
    }
}
