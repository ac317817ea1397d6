package io.equipoise.adverseevent.domain;

import io.equipoise.contracts.SubjectId;

/** Anything that this service records for ever: about an adverse event, or about an alert. */
public sealed interface SafetyFact permits AdverseEventFact, AlertFact {
    SubjectId subject();
}
