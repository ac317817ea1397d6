package io.equipoise.operations.application;

/** Something to do: how urgent, what, by whom, by when and why; and where it is looked at. */
public record Task(Urgency urgency, String what, String who, String by, String why, String href) {

    /** Late: the time has passed. Due: now. Soon: known and coming. */
    public enum Urgency {
        LATE,
        DUE,
        SOON
    }
}
