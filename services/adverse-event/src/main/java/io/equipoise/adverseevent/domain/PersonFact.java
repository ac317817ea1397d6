package io.equipoise.adverseevent.domain;

import io.equipoise.contracts.SubjectId;

/**
 * What is recorded about one person: an event, what is put to it, an alert and whom it called, a case, what somebody gets, or
 * from which donor that is.
 */
public sealed interface PersonFact extends SafetyFact
        permits AdverseEventFact,
                AlertFact,
                CallFact,
                CaseFact,
                EventAddition,
                InquiryFact,
                ProductOriginKept,
                UnblindingFact {
    SubjectId subject();
}
