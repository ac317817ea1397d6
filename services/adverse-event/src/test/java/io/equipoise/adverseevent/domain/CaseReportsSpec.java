package io.equipoise.adverseevent.domain;

import static io.equipoise.adverseevent.domain.CaseFiles.ASKED;
import static io.equipoise.adverseevent.domain.CaseFiles.CASE;
import static io.equipoise.adverseevent.domain.CaseFiles.EU;
import static io.equipoise.adverseevent.domain.CaseFiles.INITIAL;
import static io.equipoise.adverseevent.domain.CaseFiles.NUMBER;
import static io.equipoise.adverseevent.domain.CaseFiles.OPENED;
import static io.equipoise.adverseevent.domain.CaseFiles.followUp;
import static io.equipoise.adverseevent.domain.Wards.ANNA;
import static io.equipoise.adverseevent.domain.Wards.BORIS;
import static io.equipoise.adverseevent.domain.Wards.REACTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.CaseCommand.Absorb;
import io.equipoise.adverseevent.domain.CaseCommand.Acknowledge;
import io.equipoise.adverseevent.domain.CaseCommand.CallRisk;
import io.equipoise.adverseevent.domain.CaseCommand.Explain;
import io.equipoise.adverseevent.domain.CaseCommand.MergeInto;
import io.equipoise.adverseevent.domain.CaseCommand.Submit;
import io.equipoise.adverseevent.domain.CaseFact.CaseAmended;
import io.equipoise.adverseevent.domain.CaseFact.CaseClockAtRisk;
import io.equipoise.adverseevent.domain.CaseFact.CaseDifferenceExplained;
import io.equipoise.adverseevent.domain.CaseFact.CaseDuplicateMerged;
import io.equipoise.adverseevent.domain.CaseFact.CaseMergedInto;
import io.equipoise.adverseevent.domain.CaseFact.CaseNullified;
import io.equipoise.adverseevent.domain.CaseFact.CaseSubmissionAcknowledged;
import io.equipoise.adverseevent.domain.CaseFact.CaseSubmitted;
import io.equipoise.adverseevent.domain.Submission.Kind;
import io.equipoise.platform.Specification;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseReportsSpec extends Specification<SafetyCase, CaseCommand, SafetyFact> {
    private static final String SENT = "2025-03-15T09:00:00Z";
    private static final String LATER = "2025-03-20T09:00:00Z";
    private static final CaseSubmitted REPORTED =
            new CaseSubmitted(CASE, ANNA, CaseFiles.sent(1, Kind.INITIAL, SENT, 1, true));
    private static final String OTHER = "SC-00000002";

    CaseReportsSpec() {
        super(SafetyCase.DECIDER);
    }

    @Test
    void the_first_report_to_an_authority_is_the_initial_one() {
        given(OPENED, INITIAL).when(submit(SENT, 1, true)).then(REPORTED);
    }

    @Test
    void nothing_is_reported_twice() {
        given(OPENED, INITIAL, REPORTED).when(submit(LATER, 1, true)).refused("NOTHING_NEW_TO_REPORT");
    }

    @Test
    void new_information_makes_a_follow_up_report() {
        given(OPENED, INITIAL, REPORTED, followUp(2, Instant.parse(LATER), true))
                .when(submit(LATER, 2, true))
                .then(new CaseSubmitted(CASE, ANNA, CaseFiles.sent(2, Kind.FOLLOW_UP, LATER, 2, true)));
    }

    @Test
    void what_an_incomplete_report_owed_is_a_follow_up_report() {
        var part = new CaseSubmitted(CASE, ANNA, CaseFiles.sent(1, Kind.INITIAL, SENT, 1, false));
        given(OPENED, INITIAL, part)
                .when(submit(LATER, 1, true))
                .then(new CaseSubmitted(CASE, ANNA, CaseFiles.sent(2, Kind.FOLLOW_UP, LATER, 1, true)));
    }

    @Test
    void a_correction_without_news_is_an_amendment_as_e2b_c_1_11_1_has_it() {
        var amended = new CaseAmended(CASE, ANNA, 1, Instant.parse("2025-03-19T09:00:00Z"), "the lot was misread");
        given(OPENED, INITIAL, REPORTED, amended)
                .when(submit(LATER, 1, true))
                .then(new CaseSubmitted(CASE, ANNA, CaseFiles.sent(2, Kind.AMENDMENT, LATER, 1, true)));
    }

    @Test
    void a_nullified_case_is_reported_as_null_once_and_only_where_it_was_reported() {
        var nullified = new CaseNullified(CASE, ANNA, Instant.parse(LATER), "the wrong person");
        var told = new CaseSubmitted(CASE, ANNA, CaseFiles.sent(2, Kind.NULLIFICATION, LATER, 1, true));
        given(OPENED, INITIAL, REPORTED, nullified)
                .when(submit(LATER, 1, true))
                .then(told)
                .when(submit(LATER, 1, true))
                .refused("NOTHING_NEW_TO_REPORT");
        given(OPENED, INITIAL, nullified).when(submit(LATER, 1, true)).refused("NOTHING_NEW_TO_REPORT");
    }

    @Test
    void a_report_that_the_receiver_refused_counts_as_not_sent() {
        var refused = new CaseSubmissionAcknowledged(CASE, ANNA, 1, Receipt.REJECTED, Instant.parse(SENT), "ack-1");
        given(OPENED, INITIAL, REPORTED, refused)
                .when(submit(LATER, 1, true))
                .then(new CaseSubmitted(CASE, ANNA, CaseFiles.sent(2, Kind.INITIAL, LATER, 1, true)));
    }

    @Test
    void a_report_goes_to_an_authority_that_has_to_hear_of_it() {
        given(OPENED, INITIAL)
                .when(new Submit("FDA-IND", Instant.parse(SENT), 1, true, "batch-1", ASKED))
                .refused("AUTHORITY_NOT_ADDRESSED");
    }

    @Test
    void a_report_holds_information_that_was_received_and_goes_out_after_it() {
        given(OPENED, INITIAL).when(submit(SENT, 2, true)).refused("INFORMATION_UNKNOWN");
        given(OPENED, INITIAL).when(submit(SENT, 0, true)).refused("INFORMATION_UNKNOWN");
        given(OPENED, INITIAL).when(submit("2025-03-01T00:00:00Z", 1, true)).refused("REPORT_BEFORE_INFORMATION");
        given(OPENED, INITIAL).when(submit("2026-03-01T00:00:00Z", 1, true)).refused("IN_THE_FUTURE");
    }

    @Test
    void a_report_has_a_reference() {
        given(OPENED, INITIAL)
                .when(new Submit(EU, Instant.parse(SENT), 1, true, "", ASKED))
                .refused("REFERENCE_INVALID");
    }

    @Test
    void an_acknowledgement_is_recorded_once() {
        var answer = new CaseSubmissionAcknowledged(CASE, ANNA, 1, Receipt.ACCEPTED, Instant.parse(LATER), "ack-1");
        given(OPENED, INITIAL, REPORTED)
                .when(answered(1, LATER))
                .then(answer)
                .when(answered(1, LATER))
                .refused("SUBMISSION_ALREADY_ANSWERED");
    }

    @Test
    void an_acknowledgement_belongs_to_a_report_that_went_out_before_it() {
        given(OPENED, INITIAL).when(answered(1, LATER)).refused("SUBMISSION_UNKNOWN");
        given(OPENED, INITIAL, REPORTED)
                .when(answered(1, "2025-03-14T00:00:00Z"))
                .refused("ANSWERED_BEFORE_SENT");
    }

    @Test
    void a_clock_at_risk_is_told_once_a_due_day() {
        var risk = new CallRisk("EU-CTR/OTHER/1", EU, LocalDate.parse("2025-03-26"), Instant.parse(LATER));
        given(OPENED, INITIAL)
                .when(risk)
                .then(new CaseClockAtRisk(
                        CASE, ANNA, "EU-CTR/OTHER/1", EU, LocalDate.parse("2025-03-26"), Instant.parse(LATER)))
                .when(risk)
                .then()
                .when(new CallRisk("EU-CTR/OTHER/1", EU, LocalDate.parse("2025-03-18"), Instant.parse(SENT)))
                .accepted();
    }

    @Test
    void a_case_keeps_the_numbers_of_its_duplicates_as_e2b_c_1_9_1_asks() {
        var numbers = List.of("DE-PARTNER-17");
        given(OPENED, INITIAL)
                .when(new Absorb(OTHER, ANNA, numbers, "the same admission"))
                .then(new CaseDuplicateMerged(CASE, ANNA, OTHER, numbers, "the same admission"))
                .when(new Absorb(OTHER, ANNA, numbers, "the same admission"))
                .then();
        var kept = new SafetyCase(
                List.of(OPENED, INITIAL, new CaseDuplicateMerged(CASE, ANNA, OTHER, numbers, "the same")));
        assertThat(kept.otherNumbers()).containsExactly("DE-PARTNER-17");
        assertThat(kept.opened().orElseThrow().safetyReportId()).isEqualTo(NUMBER);
    }

    @Test
    void a_duplicate_is_about_the_same_person_and_is_another_case() {
        given(OPENED, INITIAL)
                .when(new Absorb(OTHER, BORIS, List.of(), "alike"))
                .refused("ANOTHER_SUBJECT");
        given(OPENED, INITIAL).when(new Absorb(CASE, ANNA, List.of(), "alike")).refused("DUPLICATE_OF_ITSELF");
        given(OPENED, INITIAL).when(new MergeInto(CASE, "alike")).refused("DUPLICATE_OF_ITSELF");
    }

    @Test
    void a_duplicate_ends_in_one_case() {
        given(OPENED, INITIAL)
                .when(new MergeInto(OTHER, "the same admission"))
                .then(new CaseMergedInto(CASE, ANNA, OTHER, "the same admission"))
                .when(new MergeInto("SC-00000003", "this one"))
                .refused("CASE_MERGED");
    }

    @Test
    void a_difference_is_explained_for_an_event_of_the_case() {
        given(OPENED, INITIAL)
                .when(new Explain(REACTION, 2, CaseField.TERM, "Fever", "Pyrexia", "the same"))
                .then(new CaseDifferenceExplained(
                        CASE, ANNA, REACTION, 2, CaseField.TERM, "Fever", "Pyrexia", "the same"));
        given(OPENED, INITIAL)
                .when(new Explain("AE-00000000", 2, CaseField.TERM, "Fever", "Pyrexia", "the same"))
                .refused("EVENT_NOT_IN_CASE");
        given(OPENED, INITIAL)
                .when(new Explain(REACTION, 2, CaseField.TERM, "Fever", "Pyrexia", ""))
                .refused("REASON_MISSING");
    }

    private static Submit submit(String sentAt, int covers, boolean complete) {
        return new Submit(
                EU, Instant.parse(sentAt), covers, complete, sentAt.equals(SENT) ? "batch-1" : "batch-2", ASKED);
    }

    private static Acknowledge answered(int submission, String at) {
        return new Acknowledge(submission, Receipt.ACCEPTED, Instant.parse(at), "ack-1", ASKED);
    }
}
