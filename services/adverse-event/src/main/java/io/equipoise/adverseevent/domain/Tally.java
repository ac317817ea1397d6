package io.equipoise.adverseevent.domain;

/**
 * How a study stands by one rule.
 *
 * @param n people dosed, of those whom the rule counts
 * @param events how many of them had an event that counts
 */
public record Tally(int n, int events) {}
