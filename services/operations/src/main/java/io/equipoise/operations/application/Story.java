package io.equipoise.operations.application;

import java.time.Instant;

/** One fact told about a person: when it was recorded, who told it, and what it says. */
public record Story(Instant toldAt, String source, String type, String words, String stream, long version) {}
