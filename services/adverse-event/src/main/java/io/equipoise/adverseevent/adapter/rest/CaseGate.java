package io.equipoise.adverseevent.adapter.rest;

import io.equipoise.adverseevent.application.CaseBook;
import io.equipoise.adverseevent.domain.SafetyCase;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;

/** Lets nobody into a case that is none, or of a person of another site. */
record CaseGate(CaseBook book) {

    SafetyCase enter(String caseId, Caller caller) {
        var state = book.state(caseId);
        var opened = state.opened()
                .orElseThrow(() -> new Problem(Refusal.unknown("CASE_UNKNOWN", "no such case was ever opened")));
        caller.mustEnter(opened.subject().site());
        return state;
    }
}
