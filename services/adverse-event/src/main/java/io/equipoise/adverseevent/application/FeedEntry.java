package io.equipoise.adverseevent.application;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that everyone who watches the alerts sees.
 *
 * @param number from 1, without gaps, the same for everyone and for ever
 * @param kind alert, acknowledged or escalated
 */
public record FeedEntry(long number, String kind, Map<String, Object> data) {
    public FeedEntry {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }
}
