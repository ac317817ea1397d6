package io.equipoise.platform.audit;

/** A seal that another service closed over its journal, up to and including a position. */
public record ClosedSeal(String service, int lane, long to, String seal) {}
