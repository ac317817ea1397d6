package io.equipoise.enrolment.domain;

/**
 * An eligibility rule of a study definition.
 *
 * @param when an expression; where it holds the person may take part as far as this rule goes
 */
public record Rule(String rule, String kind, String text, String when) {}
