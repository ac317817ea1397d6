package io.equipoise.adverseevent.domain;

import io.equipoise.contracts.SubjectId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has been recorded of a safety case. Texts that people write are kept under the subject's key. */
public sealed interface CaseFact extends PersonFact {
    String caseId();

    /**
     * A safety officer made a case of one or more events of one subject; its first information follows in the same commit.
     *
     * @param safetyReportId the sender's id, country-company-number, at most 100 characters (ICH E2B(R3) C.1.1)
     * @param worldwideId the case's id worldwide (C.1.8.1): the sender's id, unless another sender gave one before
     * @param authorities the names of the profiles by which it is reported
     */
    record CaseOpened(
            String caseId,
            SubjectId subject,
            String safetyReportId,
            String worldwideId,
            List<CaseEvent> events,
            List<String> authorities)
            implements CaseFact {
        public CaseOpened {
            events = List.copyOf(events);
            authorities = List.copyOf(authorities);
        }
    }

    /** The office heard something of the case: number 1 at its opening, follow-ups after it. */
    record CaseInformationReceived(
            String caseId,
            SubjectId subject,
            int number,
            Information information,
            String what,
            @Nullable String reporterName)
            implements CaseFact {}

    /** An event, or a newer account of one, was taken into the case. */
    record CaseEventTaken(String caseId, SubjectId subject, CaseEvent event, String reason) implements CaseFact {}

    /** The narrative as it stands now (ICH E2B(R3) H.1). */
    record CaseNarrated(String caseId, SubjectId subject, int version, String narrative) implements CaseFact {}

    /**
     * What a report tells of the person, in the place of what it told before.
     *
     * @param reason why it differs from before; absent the first time
     */
    record CasePatientDescribed(
            String caseId,
            SubjectId subject,
            PatientCharacteristics patient,
            @Nullable String reason) implements CaseFact {}

    /**
     * A document belongs to the case. Its bytes lie in the store under the subject's key.
     *
     * @param size in bytes, before encryption
     * @param sha256 of the same bytes, in hexadecimal
     */
    record CaseFileAttached(
            String caseId, SubjectId subject, String file, String name, String mediaType, long size, String sha256)
            implements CaseFact {}

    /** The sender corrects what was sent, without new information from outside (C.1.11.1: 2). */
    record CaseAmended(String caseId, SubjectId subject, int number, Instant at, String reason) implements CaseFact {}

    /** The case never was one (C.1.11.1: 1); everything stays readable. */
    record CaseNullified(String caseId, SubjectId subject, Instant at, String reason) implements CaseFact {}

    /** Another case told of the same: its numbers are kept here (C.1.9.1). */
    record CaseDuplicateMerged(String caseId, SubjectId subject, String duplicate, List<String> numbers, String reason)
            implements CaseFact {
        public CaseDuplicateMerged {
            numbers = List.copyOf(numbers);
        }
    }

    /** The case told of what another one tells; that one goes on. */
    record CaseMergedInto(String caseId, SubjectId subject, String into, String reason) implements CaseFact {}

    /** Other authorities are to hear of it. */
    record CaseAuthoritiesChanged(String caseId, SubjectId subject, List<String> authorities, String reason)
            implements CaseFact {
        public CaseAuthoritiesChanged {
            authorities = List.copyOf(authorities);
        }
    }

    /** A report went out. */
    record CaseSubmitted(String caseId, SubjectId subject, Submission submission) implements CaseFact {}

    /** An authority's system answered to a report. */
    record CaseSubmissionAcknowledged(
            String caseId, SubjectId subject, int submission, Receipt receipt, Instant at, String reference)
            implements CaseFact {}

    /**
     * A report is due soon and has not gone out. Told once a clock and due day.
     *
     * @param clock such as "EU-CTR/FATAL_OR_LIFE_THREATENING/1"
     * @param due the last civil day on which the report is in time
     * @param atRiskAt the moment from which the profile calls it at risk
     */
    record CaseClockAtRisk(
            String caseId, SubjectId subject, String clock, String authority, LocalDate due, Instant atRiskAt)
            implements CaseFact {}

    /**
     * A difference between the case and the clinical record is as it should be, and why.
     *
     * @param recordVersion of the event's record that the case was compared with
     */
    record CaseDifferenceExplained(
            String caseId,
            SubjectId subject,
            String event,
            int recordVersion,
            CaseField field,
            String inCase,
            String inRecord,
            String explanation)
            implements CaseFact {}
}
