package io.equipoise.adverseevent.domain;

import static io.equipoise.adverseevent.domain.CaseFiles.ASKED;
import static io.equipoise.adverseevent.domain.CaseFiles.AS_ADMITTED;
import static io.equipoise.adverseevent.domain.CaseFiles.BERLIN;
import static io.equipoise.adverseevent.domain.CaseFiles.CASE;
import static io.equipoise.adverseevent.domain.CaseFiles.EU;
import static io.equipoise.adverseevent.domain.CaseFiles.FIRST;
import static io.equipoise.adverseevent.domain.CaseFiles.INITIAL;
import static io.equipoise.adverseevent.domain.CaseFiles.NUMBER;
import static io.equipoise.adverseevent.domain.CaseFiles.OPENED;
import static io.equipoise.adverseevent.domain.CaseFiles.RECEIVED;
import static io.equipoise.adverseevent.domain.CaseFiles.heard;
import static io.equipoise.adverseevent.domain.CaseFiles.information;
import static io.equipoise.adverseevent.domain.Wards.ANNA;
import static io.equipoise.adverseevent.domain.Wards.BORIS;
import static io.equipoise.adverseevent.domain.Wards.MILD;
import static io.equipoise.adverseevent.domain.Wards.REACTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.CaseCommand.Address;
import io.equipoise.adverseevent.domain.CaseCommand.Amend;
import io.equipoise.adverseevent.domain.CaseCommand.Attach;
import io.equipoise.adverseevent.domain.CaseCommand.Heard;
import io.equipoise.adverseevent.domain.CaseCommand.Narrate;
import io.equipoise.adverseevent.domain.CaseCommand.Nullify;
import io.equipoise.adverseevent.domain.CaseCommand.Open;
import io.equipoise.adverseevent.domain.CaseCommand.Receive;
import io.equipoise.adverseevent.domain.CaseCommand.Take;
import io.equipoise.adverseevent.domain.CaseFact.CaseAmended;
import io.equipoise.adverseevent.domain.CaseFact.CaseAuthoritiesChanged;
import io.equipoise.adverseevent.domain.CaseFact.CaseEventTaken;
import io.equipoise.adverseevent.domain.CaseFact.CaseFileAttached;
import io.equipoise.adverseevent.domain.CaseFact.CaseInformationReceived;
import io.equipoise.adverseevent.domain.CaseFact.CaseMergedInto;
import io.equipoise.adverseevent.domain.CaseFact.CaseNarrated;
import io.equipoise.adverseevent.domain.CaseFact.CaseNullified;
import io.equipoise.platform.Specification;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SafetyCaseSpec extends Specification<SafetyCase, CaseCommand, SafetyFact> {
    private static final Instant LATER = RECEIVED.plusSeconds(86_400);
    private static final CaseNullified NULLIFIED = new CaseNullified(CASE, ANNA, LATER, "entered for the wrong person");
    private static final CaseMergedInto MERGED = new CaseMergedInto(CASE, ANNA, "SC-00000002", "the same admission");

    SafetyCaseSpec() {
        super(SafetyCase.DECIDER);
    }

    @Test
    void a_case_is_opened_from_an_event_with_its_first_information() {
        given().when(open(NUMBER, List.of(AS_ADMITTED), List.of(EU))).then(OPENED, INITIAL);
    }

    @Test
    void a_case_is_opened_once() {
        given(OPENED, INITIAL)
                .when(open(NUMBER, List.of(AS_ADMITTED), List.of(EU)))
                .refused("CASE_ALREADY_OPENED");
    }

    @Test
    void a_case_without_an_event_is_none() {
        given().when(open(NUMBER, List.of(), List.of(EU))).refused("CASE_WITHOUT_EVENT");
    }

    @Test
    void a_case_says_who_has_to_hear_of_it() {
        given().when(open(NUMBER, List.of(AS_ADMITTED), List.of())).refused("AUTHORITY_MISSING");
    }

    @Test
    void the_senders_number_has_at_most_100_characters_as_e2b_c_1_1_says() {
        given().when(open("D".repeat(100), List.of(AS_ADMITTED), List.of(EU))).accepted();
        given().when(open("D".repeat(101), List.of(AS_ADMITTED), List.of(EU))).refused("CASE_NUMBER_INVALID");
    }

    @Test
    void nothing_happens_to_a_case_that_was_never_opened() {
        given().when(new Narrate("felt warm")).refused("CASE_UNKNOWN");
    }

    @Test
    void what_the_minimum_criteria_still_lack_is_known_as_annex_iii_2_3_point_10_lists_them() {
        var little = new Information(
                RECEIVED,
                null,
                BERLIN,
                false,
                false,
                List.of(MinimumCriterion.SUBJECT, MinimumCriterion.REACTION),
                ReporterKind.PHYSICIAN,
                "DE");
        var before =
                new SafetyCase(List.of(OPENED, new CaseInformationReceived(CASE, ANNA, 1, little, "a call", null)));
        assertThat(before.missing())
                .containsExactly(
                        MinimumCriterion.TRIAL_NUMBER,
                        MinimumCriterion.SPONSOR_STUDY_NUMBER,
                        MinimumCriterion.REPORTER,
                        MinimumCriterion.SUSPECT_PRODUCT,
                        MinimumCriterion.CAUSALITY);
        assertThat(new SafetyCase(List.of(OPENED, INITIAL)).missing()).isEmpty();
    }

    @Test
    void a_follow_up_is_numbered_and_says_whether_it_is_significant() {
        given(OPENED, INITIAL)
                .when(new Receive(new Heard(information(LATER, true), "the laboratory's result", null), ASKED))
                .then(CaseFiles.followUp(2, LATER, true));
    }

    @Test
    void nothing_was_received_in_the_future() {
        given(OPENED, INITIAL)
                .when(new Receive(heard(information(ASKED.plusSeconds(1), true)), ASKED))
                .refused("IN_THE_FUTURE");
    }

    @Test
    void nothing_qualifies_before_it_is_received() {
        var early = new Information(LATER, RECEIVED, BERLIN, false, false, List.of(), ReporterKind.PHYSICIAN, "DE");
        given(OPENED, INITIAL).when(new Receive(heard(early), ASKED)).refused("QUALIFIED_BEFORE_RECEIVED");
    }

    @Test
    void a_reporters_country_is_two_letters_and_a_reporter_has_a_name_or_none() {
        var nowhere =
                new Information(RECEIVED, null, BERLIN, false, false, List.of(), ReporterKind.CONSUMER, "Germany");
        given(OPENED, INITIAL).when(new Receive(heard(nowhere), ASKED)).refused("COUNTRY_INVALID");
        given(OPENED, INITIAL)
                .when(new Receive(new Heard(FIRST, "a call", " "), ASKED))
                .refused("REPORTER_INVALID");
    }

    @Test
    void what_was_heard_is_said() {
        given(OPENED, INITIAL)
                .when(new Receive(new Heard(FIRST, " ", null), ASKED))
                .refused("REASON_MISSING");
    }

    @Test
    void a_newer_account_of_an_event_is_taken_into_the_case_once() {
        var newer = new CaseEvent(REACTION, 2, MILD);
        given(OPENED, INITIAL)
                .when(new Take(newer, ANNA, "the site's correction"))
                .then(new CaseEventTaken(CASE, ANNA, newer, "the site's correction"))
                .when(new Take(newer, ANNA, "again"))
                .then();
    }

    @Test
    void an_event_of_another_subject_stays_out() {
        given(OPENED, INITIAL)
                .when(new Take(AS_ADMITTED, BORIS, "near in time"))
                .refused("ANOTHER_SUBJECT");
    }

    @Test
    void a_narrative_has_at_most_100_000_characters_as_e2b_h_1_says() {
        given(OPENED, INITIAL)
                .when(new Narrate("Anna felt warm."))
                .then(new CaseNarrated(CASE, ANNA, 1, "Anna felt warm."))
                .when(new Narrate("Anna felt warm."))
                .then();
        given(OPENED, INITIAL).when(new Narrate("w".repeat(100_001))).refused("CASE_NARRATIVE_INVALID");
    }

    @Test
    void the_same_file_is_attached_once() {
        var attach = new Attach("F-1", "discharge.pdf", "application/pdf", 3, "ab");
        given(OPENED, INITIAL)
                .when(attach)
                .then(new CaseFileAttached(CASE, ANNA, "F-1", "discharge.pdf", "application/pdf", 3, "ab"))
                .when(new Attach("F-2", "copy.pdf", "application/pdf", 3, "ab"))
                .then();
    }

    @Test
    void a_file_has_a_name() {
        given(OPENED, INITIAL)
                .when(new Attach("F-1", "\n", "application/pdf", 3, "ab"))
                .refused("FILE_NAME_INVALID");
    }

    @Test
    void an_amendment_says_why_as_e2b_c_1_11_2_asks() {
        given(OPENED, INITIAL)
                .when(new Amend("the lot was misread", LATER))
                .then(new CaseAmended(CASE, ANNA, 1, LATER, "the lot was misread"));
        given(OPENED, INITIAL).when(new Amend("", LATER)).refused("REASON_MISSING");
    }

    @Test
    void a_nullified_case_takes_nothing_more() {
        given(OPENED, INITIAL)
                .when(new Nullify("entered for the wrong person", LATER))
                .then(NULLIFIED)
                .when(new Narrate("more"))
                .refused("CASE_NULLIFIED");
    }

    @Test
    void a_merged_case_takes_nothing_more_and_names_the_one_that_goes_on() {
        assertThat(given(OPENED, INITIAL, MERGED)
                        .when(new Narrate("more"))
                        .refused("CASE_MERGED")
                        .detail())
                .contains("SC-00000002");
    }

    @Test
    void other_authorities_may_have_to_hear_of_it_later() {
        given(OPENED, INITIAL)
                .when(new Address(List.of("UK", EU), "a site in Leeds"))
                .then(new CaseAuthoritiesChanged(CASE, ANNA, List.of(EU, "UK"), "a site in Leeds"));
        given(OPENED, INITIAL).when(new Address(List.of(EU), "as before")).then();
        given(OPENED, INITIAL).when(new Address(List.of(), "none")).refused("AUTHORITY_MISSING");
    }

    private static Open open(String number, List<CaseEvent> events, List<String> authorities) {
        return new Open(CASE, ANNA, number, number, events, authorities, heard(FIRST), ASKED);
    }
}
