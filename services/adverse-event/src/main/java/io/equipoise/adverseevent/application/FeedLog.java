package io.equipoise.adverseevent.application;

import java.util.List;
import java.util.Map;

/** Keeps the numbers of the feed, so that they mean the same after a restart and in every process. */
public interface FeedLog {

    /** Gives the next number; the same source again keeps its number. */
    FeedEntry append(String source, String kind, Map<String, Object> data);

    /** With consecutive numbers after the given one; stops before one that is missing. */
    List<FeedEntry> after(long number, int limit);

    /** The highest number given; 0 if none. */
    long last();
}
