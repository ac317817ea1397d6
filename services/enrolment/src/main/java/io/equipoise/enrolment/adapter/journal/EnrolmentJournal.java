package io.equipoise.enrolment.adapter.journal;

import io.equipoise.enrolment.domain.EnrolmentEvent;
import io.equipoise.enrolment.domain.InvitationEvent.InvitationBound;
import io.equipoise.enrolment.domain.InvitationEvent.InvitationIssued;
import io.equipoise.enrolment.domain.PlaceEvent.PlaceReleased;
import io.equipoise.enrolment.domain.PlaceEvent.PlaceTaken;
import io.equipoise.enrolment.domain.SealAnchored;
import io.equipoise.enrolment.domain.SiteRulesEvent.SiteRulesSet;
import io.equipoise.enrolment.domain.SubjectEvent;
import io.equipoise.enrolment.domain.SubjectEvent.AssentRecorded;
import io.equipoise.enrolment.domain.SubjectEvent.ConsentGiven;
import io.equipoise.enrolment.domain.SubjectEvent.ConsentScopesGiven;
import io.equipoise.enrolment.domain.SubjectEvent.ConsentScopesWithdrawn;
import io.equipoise.enrolment.domain.SubjectEvent.ConsentWithdrawn;
import io.equipoise.enrolment.domain.SubjectEvent.EhrItemsSetAside;
import io.equipoise.enrolment.domain.SubjectEvent.ExaminationEvent.AssessmentRecorded;
import io.equipoise.enrolment.domain.SubjectEvent.ExaminationEvent.PunctureDone;
import io.equipoise.enrolment.domain.SubjectEvent.ExaminationEvent.SampleTaken;
import io.equipoise.enrolment.domain.SubjectEvent.GuardianConsentGiven;
import io.equipoise.enrolment.domain.SubjectEvent.PlaceForfeited;
import io.equipoise.enrolment.domain.SubjectEvent.PriorTreatmentsRecorded;
import io.equipoise.enrolment.domain.SubjectEvent.ScreeningFactsRecorded;
import io.equipoise.enrolment.domain.SubjectEvent.SiteRulesApplied;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectEnrolled;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectMovedToVersion;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectRegistered;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectRescreened;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectScreenFailed;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectWithdrawn;
import io.equipoise.platform.journal.EventCodec;
import io.equipoise.platform.journal.KeyVault;
import tools.jackson.databind.json.JsonMapper;

/** Facts' permanent names. What was observed about a person is encrypted under that person's key. */
public final class EnrolmentJournal {
    private EnrolmentJournal() {}

    public static EventCodec<EnrolmentEvent> codec(JsonMapper json, KeyVault keys) {
        return EventCodec.<EnrolmentEvent>of(json, keys)
                .event("SubjectRegistered.v1", SubjectRegistered.class)
                .event("ConsentGiven.v1", ConsentGiven.class)
                .event("ConsentWithdrawn.v1", ConsentWithdrawn.class)
                .secret("ScreeningFactsRecorded.v1", ScreeningFactsRecorded.class, EnrolmentJournal::person, "facts")
                .secret("EhrItemsSetAside.v1", EhrItemsSetAside.class, EnrolmentJournal::person, "items")
                .event("SubjectScreenFailed.v1", SubjectScreenFailed.class)
                .secret("SubjectEnrolled.v1", SubjectEnrolled.class, EnrolmentJournal::person, "criteria")
                .event("SubjectWithdrawn.v1", SubjectWithdrawn.class)
                .event("PlaceForfeited.v1", PlaceForfeited.class)
                .event("PlaceTaken.v1", PlaceTaken.class)
                .event("PlaceReleased.v1", PlaceReleased.class)
                .event("GuardianConsentGiven.v1", GuardianConsentGiven.class)
                .event("AssentRecorded.v1", AssentRecorded.class)
                .secret(
                        "PriorTreatmentsRecorded.v1",
                        PriorTreatmentsRecorded.class,
                        EnrolmentJournal::person,
                        "treatments")
                .secret("AssessmentRecorded.v1", AssessmentRecorded.class, EnrolmentJournal::person, "measurement")
                .event("PunctureDone.v1", PunctureDone.class)
                .event("SampleTaken.v1", SampleTaken.class)
                .event("ConsentScopesGiven.v1", ConsentScopesGiven.class)
                .event("ConsentScopesWithdrawn.v1", ConsentScopesWithdrawn.class)
                .event("SubjectRescreened.v1", SubjectRescreened.class)
                .event("SubjectMovedToVersion.v1", SubjectMovedToVersion.class)
                .event("InvitationIssued.v1", InvitationIssued.class)
                .event("InvitationBound.v1", InvitationBound.class)
                .event("SiteRulesSet.v1", SiteRulesSet.class)
                .event("SiteRulesApplied.v1", SiteRulesApplied.class)
                .event("SealAnchored.v1", SealAnchored.class);
    }

    private static String person(SubjectEvent event) {
        return "subject/" + event.subject();
    }
}
