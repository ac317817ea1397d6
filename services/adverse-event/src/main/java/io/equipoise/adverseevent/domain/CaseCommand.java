package io.equipoise.adverseevent.domain;

import io.equipoise.contracts.SubjectId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a safety officer, or the service on its rounds, may ask of a case. */
public sealed interface CaseCommand {

    /** What was heard, from whom, in whose words. */
    record Heard(
            Information information, String what, @Nullable String reporterName) {}

    /** Make a case of events of one subject. */
    record Open(
            String caseId,
            SubjectId subject,
            String safetyReportId,
            String worldwideId,
            List<CaseEvent> events,
            List<String> authorities,
            Heard initial,
            Instant askedAt)
            implements CaseCommand {
        public Open {
            events = List.copyOf(events);
            authorities = List.copyOf(authorities);
        }
    }

    /** More was heard. */
    record Receive(Heard heard, Instant askedAt) implements CaseCommand {}

    /** Take an event of the same subject, or its newest account, into the case. */
    record Take(CaseEvent event, SubjectId of, String reason) implements CaseCommand {}

    record Narrate(String narrative) implements CaseCommand {}

    /** Say what a report tells of the person; why it changes, where it was said before. */
    record Describe(
            PatientCharacteristics patient, @Nullable String reason) implements CaseCommand {}

    record Attach(String file, String name, String mediaType, long size, String sha256) implements CaseCommand {}

    record Amend(String reason, Instant at) implements CaseCommand {}

    record Nullify(String reason, Instant at) implements CaseCommand {}

    /** Keep the numbers of a case that told of the same. */
    record Absorb(String duplicate, SubjectId of, List<String> numbers, String reason) implements CaseCommand {
        public Absorb {
            numbers = List.copyOf(numbers);
        }
    }

    /** End as the duplicate of another case. */
    record MergeInto(String into, String reason) implements CaseCommand {}

    record Address(List<String> authorities, String reason) implements CaseCommand {
        public Address {
            authorities = List.copyOf(authorities);
        }
    }

    /** Record that a report went out; what it is to the authority follows from what went out before. */
    record Submit(String authority, Instant sentAt, int covers, boolean complete, String reference, Instant askedAt)
            implements CaseCommand {}

    record Acknowledge(int submission, Receipt receipt, Instant at, String reference, Instant askedAt)
            implements CaseCommand {}

    /** A clock comes near its end. */
    record CallRisk(String clock, String authority, LocalDate due, Instant atRiskAt) implements CaseCommand {}

    /** Say why a difference is none that has to be mended. */
    record Explain(String event, int recordVersion, CaseField field, String inCase, String inRecord, String explanation)
            implements CaseCommand {}
}
