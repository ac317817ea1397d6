package io.equipoise.adverseevent.domain;

/** Anything that this service records for ever: about an adverse event, or about an alert. */
public sealed interface SafetyFact permits AdverseEventFact, AlertFact {}
