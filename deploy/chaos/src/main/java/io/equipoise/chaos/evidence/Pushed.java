package io.equipoise.chaos.evidence;

/** One message of the safety officer's line. */
public record Pushed(long number, String kind, String alert, String event) {}
