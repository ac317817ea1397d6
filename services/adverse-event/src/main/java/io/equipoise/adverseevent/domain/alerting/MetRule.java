package io.equipoise.adverseevent.domain.alerting;

/** A rule that a fact meets, and why, in one sentence without a subject and without an arm. */
public record MetRule(RuleKind kind, String because) {}
