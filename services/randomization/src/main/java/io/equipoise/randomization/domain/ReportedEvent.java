package io.equipoise.randomization.domain;

/** An adverse event as far as it is told here: whose, and whether a criterion of seriousness is met. */
public record ReportedEvent(String event, String subject, boolean serious) {}
