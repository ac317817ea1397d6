package io.equipoise.platform.audit;

import org.springframework.util.MultiValueMap;

/** Which part of a lane is asked for: at most so many after a number. */
record Page(int lane, long after, int limit) {
    static final String LANE = "lane";
    static final String AFTER = "after";
    static final String LIMIT = "limit";

    private static final int USUAL = 100;
    private static final int MOST = 500;

    static Page of(Query query, int lanes) {
        return new Page((int) query.number(LANE, 0, 0, lanes - 1), query.number(AFTER, 0, 0, Long.MAX_VALUE), (int)
                query.number(LIMIT, USUAL, 1, MOST));
    }

    static Page of(MultiValueMap<String, String> given, int lanes) {
        return of(Query.of(given, LANE, AFTER, LIMIT), lanes);
    }
}
