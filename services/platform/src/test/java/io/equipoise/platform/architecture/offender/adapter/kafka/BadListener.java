package io.equipoise.platform.architecture.offender.adapter.kafka;

/** Somebody else's neighbour. */
public class BadListener {}
