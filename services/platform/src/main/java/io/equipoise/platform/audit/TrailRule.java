package io.equipoise.platform.audit;

/**
 * What a service's audit trail shows. No trail shows what a fact contains; where people who know an arm or an identity write
 * down why, it does not show that either.
 */
public record TrailRule(boolean showsReasons) {}
