package io.equipoise.adverseevent.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.adverseevent.domain.CaseCommand.Absorb;
import io.equipoise.adverseevent.domain.CaseCommand.Explain;
import io.equipoise.adverseevent.domain.CaseCommand.MergeInto;
import io.equipoise.adverseevent.domain.CaseFact.CaseDifferenceExplained;
import io.equipoise.adverseevent.domain.CaseFact.CaseDuplicateMerged;
import io.equipoise.adverseevent.domain.CaseFact.CaseMergedInto;
import io.equipoise.adverseevent.domain.CaseFact.CaseOpened;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;

/** Puts a case in order with its neighbours: with a duplicate, and with the clinical record. */
record CaseMerging(SafetyCase state, CaseOpened opened) {

    /** A case is about one person. */
    static Refusal otherSubject(String pointer) {
        return Refusal.conflict("ANOTHER_SUBJECT", "that is about another subject; a case is about one", pointer);
    }

    Decision<SafetyFact> absorb(Absorb absorb) {
        if (absorb.duplicate().equals(opened.caseId())) {
            return refuse(itself());
        }
        if (!absorb.of().equals(opened.subject())) {
            return refuse(otherSubject("/duplicate"));
        }
        if (state.duplicates().stream().anyMatch(each -> each.duplicate().equals(absorb.duplicate()))) {
            return accept();
        }
        var no = CaseRule.words(absorb.reason(), "/reason");
        return no == null
                ? accept(new CaseDuplicateMerged(
                        opened.caseId(), opened.subject(), absorb.duplicate(), absorb.numbers(), absorb.reason()))
                : refuse(no);
    }

    Decision<SafetyFact> mergeInto(MergeInto merge) {
        if (merge.into().equals(opened.caseId())) {
            return refuse(itself());
        }
        var before = state.mergedInto();
        if (before.isPresent()) {
            return before.get().into().equals(merge.into())
                    ? accept()
                    : refuse(Refusal.conflict(
                            "CASE_MERGED",
                            "the case is a duplicate of " + before.get().into() + " already",
                            "/duplicate"));
        }
        return accept(new CaseMergedInto(opened.caseId(), opened.subject(), merge.into(), merge.reason()));
    }

    Decision<SafetyFact> explain(Explain explain) {
        if (state.events().stream().noneMatch(event -> event.event().equals(explain.event()))) {
            return refuse(Refusal.unknown("EVENT_NOT_IN_CASE", "the case does not tell of that event"));
        }
        var no = CaseRule.words(explain.explanation(), "/explanation");
        return no == null
                ? accept(new CaseDifferenceExplained(
                        opened.caseId(),
                        opened.subject(),
                        explain.event(),
                        explain.recordVersion(),
                        explain.field(),
                        explain.inCase(),
                        explain.inRecord(),
                        explain.explanation()))
                : refuse(no);
    }

    private static Refusal itself() {
        return Refusal.conflict("DUPLICATE_OF_ITSELF", "a case is no duplicate of itself", "/duplicate");
    }
}
