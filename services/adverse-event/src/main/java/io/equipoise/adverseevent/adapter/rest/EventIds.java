package io.equipoise.adverseevent.adapter.rest;

import java.security.SecureRandom;
import java.util.function.Supplier;

/** AE-, or another prefix, and eight letters and digits that nobody mistakes for another (Crockford's base 32). They tell nothing. */
public final class EventIds implements Supplier<String> {
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;

    private final SecureRandom random = new SecureRandom();
    private final String prefix;

    public EventIds() {
        this("AE-");
    }

    public EventIds(String prefix) {
        this.prefix = prefix;
    }

    @Override
    public String get() {
        var id = new StringBuilder(prefix);
        for (int i = 0; i < LENGTH; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.toString();
    }
}
