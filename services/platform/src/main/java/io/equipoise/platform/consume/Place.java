package io.equipoise.platform.consume;

import org.jspecify.annotations.Nullable;

/**
 * A place in a stream as it is told: the commit's version, and which part of how many the message is.
 *
 * @param protocol what the message there said about the version of the study's definition; no part of the order
 */
record Place(long version, int part, int parts, @Nullable Integer protocol) implements Comparable<Place> {
    static final Place NOWHERE = new Place(0, 1, 1, null);

    boolean isNextAfter(Place reached) {
        return reached.part < reached.parts
                ? version == reached.version && part == reached.part + 1
                : version == reached.version + 1 && part == 1;
    }

    @Override
    public int compareTo(Place other) {
        return version != other.version ? Long.compare(version, other.version) : Integer.compare(part, other.part);
    }
}
