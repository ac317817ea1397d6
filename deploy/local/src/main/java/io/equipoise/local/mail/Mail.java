package io.equipoise.local.mail;

import java.time.Instant;
import java.util.List;

/** A mail as it was taken: addressed to, and what it says. */
record Mail(long number, Instant receivedAt, String from, List<String> to, String subject, String text) {

    Mail {
        to = List.copyOf(to);
    }
}
