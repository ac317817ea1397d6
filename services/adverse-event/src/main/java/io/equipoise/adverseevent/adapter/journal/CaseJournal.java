package io.equipoise.adverseevent.adapter.journal;

import io.equipoise.adverseevent.domain.CaseFact;
import io.equipoise.adverseevent.domain.CaseFact.CaseAmended;
import io.equipoise.adverseevent.domain.CaseFact.CaseAuthoritiesChanged;
import io.equipoise.adverseevent.domain.CaseFact.CaseClockAtRisk;
import io.equipoise.adverseevent.domain.CaseFact.CaseDifferenceExplained;
import io.equipoise.adverseevent.domain.CaseFact.CaseDuplicateMerged;
import io.equipoise.adverseevent.domain.CaseFact.CaseEventTaken;
import io.equipoise.adverseevent.domain.CaseFact.CaseFileAttached;
import io.equipoise.adverseevent.domain.CaseFact.CaseInformationReceived;
import io.equipoise.adverseevent.domain.CaseFact.CaseMergedInto;
import io.equipoise.adverseevent.domain.CaseFact.CaseNarrated;
import io.equipoise.adverseevent.domain.CaseFact.CaseNullified;
import io.equipoise.adverseevent.domain.CaseFact.CaseOpened;
import io.equipoise.adverseevent.domain.CaseFact.CasePatientDescribed;
import io.equipoise.adverseevent.domain.CaseFact.CaseSubmissionAcknowledged;
import io.equipoise.adverseevent.domain.CaseFact.CaseSubmitted;
import io.equipoise.adverseevent.domain.PatientCharacteristics;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.platform.journal.EventCodec;

/** The permanent names of a case's facts. What people wrote can be read with the subject's key only. */
final class CaseJournal {
    private CaseJournal() {}

    static EventCodec<SafetyFact> names(EventCodec<SafetyFact> codec) {
        codec.event("CaseOpened.v1", CaseOpened.class)
                .event("CaseSubmitted.v1", CaseSubmitted.class)
                .event("CaseSubmissionAcknowledged.v1", CaseSubmissionAcknowledged.class)
                .event("CaseClockAtRisk.v1", CaseClockAtRisk.class);
        written(codec, "CaseInformationReceived.v1", CaseInformationReceived.class, "what", "reporterName");
        written(codec, "CaseEventTaken.v1", CaseEventTaken.class, "reason");
        written(codec, "CaseNarrated.v1", CaseNarrated.class, "narrative");
        codec.secret(
                        "CasePatientDescribed.v1",
                        CasePatientDescribed.class,
                        fact -> "subject/" + fact.subject(),
                        "patient",
                        "reason")
                .forgottenAs("CasePatientDescribed.v1", "patient", PatientCharacteristics.NONE)
                .forgottenAs("CasePatientDescribed.v1", "reason", SafetyJournal.FORGOTTEN);
        written(codec, "CaseFileAttached.v1", CaseFileAttached.class, "name");
        written(codec, "CaseAmended.v1", CaseAmended.class, "reason");
        written(codec, "CaseNullified.v1", CaseNullified.class, "reason");
        written(codec, "CaseDuplicateMerged.v1", CaseDuplicateMerged.class, "reason");
        written(codec, "CaseMergedInto.v1", CaseMergedInto.class, "reason");
        written(codec, "CaseAuthoritiesChanged.v1", CaseAuthoritiesChanged.class, "reason");
        written(codec, "CaseDifferenceExplained.v1", CaseDifferenceExplained.class, "explanation");
        return codec;
    }

    private static <T extends CaseFact> void written(
            EventCodec<SafetyFact> codec, String name, Class<T> type, String... texts) {
        codec.secret(name, type, fact -> "subject/" + fact.subject(), texts);
        for (var text : texts) {
            codec.forgottenAs(name, text, SafetyJournal.FORGOTTEN);
        }
    }
}
