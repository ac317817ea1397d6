package io.equipoise.adverseevent.domain.icsr;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.Account;
import io.equipoise.adverseevent.domain.CaseEvent;
import io.equipoise.adverseevent.domain.CaseFact;
import io.equipoise.adverseevent.domain.CaseFact.CaseNullified;
import io.equipoise.adverseevent.domain.CaseFiles;
import io.equipoise.adverseevent.domain.Criterion;
import io.equipoise.adverseevent.domain.EventOutcome;
import io.equipoise.adverseevent.domain.Finding.Answer;
import io.equipoise.adverseevent.domain.GivenDose;
import io.equipoise.adverseevent.domain.Moment;
import io.equipoise.adverseevent.domain.Relation;
import io.equipoise.adverseevent.domain.SafetyCase;
import io.equipoise.adverseevent.domain.icsr.Material.Recorded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A case as a report to an authority (ICH E2B(R3); 21 CFR 312.32; Regulation (EU) 536/2014, Annex III 2.3). */
public class CaseReportSpec {
    static final Instant NOW = Instant.parse("2025-03-20T09:00:00Z");
    static final String EVENT = CaseFiles.AS_ADMITTED.event();
    static final Sender UNIVERSITY = new Sender(
            "UNIVERSITY",
            Map.ofEntries(
                    Map.entry("C.3.1", "3"),
                    Map.entry("C.3.2", "University"),
                    Map.entry("C.3.3.1", "Safety"),
                    Map.entry("C.3.3.2", "Dr"),
                    Map.entry("C.3.3.3", "Berit"),
                    Map.entry("C.3.3.5", "Berg"),
                    Map.entry("C.3.4.1", "1 First Street"),
                    Map.entry("C.3.4.2", "Town"),
                    Map.entry("C.3.4.3", "MA"),
                    Map.entry("C.3.4.4", "02115"),
                    Map.entry("C.3.4.5", "US"),
                    Map.entry("C.3.4.6", "6170000000"),
                    Map.entry("C.3.4.7", "6170000001"),
                    Map.entry("C.3.4.8", "safety@example.org")));
    static final StudyFile STUDY = new StudyFile(
            "NCT07146087",
            Optional.of("Cells in multiple sclerosis"),
            Optional.of("123456"),
            List.of(),
            Optional.of("CBER_IND"),
            "blinded study product",
            Optional.empty(),
            Optional.empty());
    static final List<Opinion> BOTH = List.of(
            new Opinion("Investigator", "Global introspection", Relation.PROBABLE),
            new Opinion("Sponsor", "FDA", Relation.UNLIKELY));
    static final Recorded RECORDED =
            new Recorded(BOTH, Answer.OPEN, Optional.of(new Material.Coded("28.0", "10051792")), Optional.empty());
    private static final Sending FIRST = new Sending(Profile.FDA_IND, true, NOW);

    public static Material material(CaseFact... more) {
        var facts = new ArrayList<CaseFact>(List.of(
                CaseFiles.OPENED,
                CaseFiles.INITIAL,
                new CaseFact.CaseNarrated(
                        CaseFiles.CASE, CaseFiles.OPENED.subject(), 1, "An infusion reaction after the second dose.")));
        facts.addAll(List.of(more));
        return new Material(
                new SafetyCase(facts),
                UNIVERSITY,
                STUDY,
                Map.of(EVENT, RECORDED),
                List.of(new GivenDose(1, "K-100001", "P-1", Instant.parse("2025-03-10T13:00:00Z"))),
                CaseFiles.BERLIN,
                Optional.empty());
    }

    static Icsr report(Profile profile, CaseFact... more) {
        return whole(CaseReport.of(material(more), CaseFiles.OPENED, profile, NOW), profile);
    }

    private static Icsr whole(Icsr report, Profile profile) {
        return new Batch(BatchHeader.of("B-1", UNIVERSITY, profile, "EVHUMAN", "20250320100000+0100"), List.of(report))
                .whole()
                .getFirst();
    }

    private static CaseEvent fatal(@Nullable Moment end) {
        var account = CaseFiles.AS_ADMITTED.account();
        return new CaseEvent(
                EVENT,
                2,
                new Account(
                        account.term(),
                        5,
                        List.of(Criterion.DEATH),
                        account.onset(),
                        end,
                        account.relation(),
                        account.dose(),
                        EventOutcome.FATAL));
    }

    @Test
    void nobody_objects_to_the_report_of_a_whole_case() {
        assertThat(Reports.RULES.findings(report(Profile.FDA_IND), FIRST)).isEmpty();
        assertThat(Reports.RULES.findings(report(Profile.ICH), new Sending(Profile.ICH, true, NOW)))
                .isEmpty();
    }

    @Test
    void a_criterion_of_seriousness_is_true_or_not_said_and_never_false() {
        var report = report(Profile.FDA_IND);
        for (var criterion : List.of("a", "b", "c", "d", "e", "f")) {
            var value = report.value(Place.of("E.i.3.2" + criterion, 1));
            assertThat(value)
                    .hasValueSatisfying(
                            said -> assertThat(said).isIn(new Value.Text("true"), new Value.Missing(NullFlavour.NI)));
        }
        assertThat(report.text("E.i.3.2c", 1)).contains("true");
        var spoiled = report.changed().put("E.i.3.2a", "false", 1).build();
        assertThat(Reports.RULES.findings(spoiled, FIRST))
                .extracting(Finding::said)
                .contains("E.i.3.2a (i=1): true, or no information (NI); never false (FORM)");
    }

    @Test
    void the_product_is_blinded_and_tells_no_arm() {
        var report = report(Profile.FDA_IND);
        assertThat(report.text("G.k.2.5", 1)).contains("true");
        assertThat(report.text("G.k.2.2", 1)).contains("blinded study product");
        assertThat(report.text("G.k.4.r.7", 1, 1)).contains("P-1");
    }

    @Test
    void the_investigator_and_the_sponsor_stand_side_by_side_and_nobody_lowers_the_other() {
        var fda = report(Profile.FDA_IND);
        assertThat(fda.text("G.k.9.i.2.r.1", 1, 1, 1)).contains("Investigator");
        assertThat(fda.text("G.k.9.i.2.r.3", 1, 1, 1)).contains("Suspected");
        assertThat(fda.text("G.k.9.i.2.r.1", 1, 1, 2)).contains("Sponsor");
        assertThat(fda.text("G.k.9.i.2.r.3", 1, 1, 2)).contains("Not Suspected");
        assertThat(fda.text("C.1.7")).contains("true");
        assertThat(report(Profile.ICH).text("G.k.9.i.2.r.3", 1, 1, 1)).contains("Probable");
    }

    @Test
    void times_say_the_offset_of_their_clock_and_a_day_stays_a_day() {
        var report = report(Profile.FDA_IND);
        assertThat(report.text("C.1.4")).contains("20250311164000+0100");
        assertThat(report.text("G.k.4.r.4", 1, 1)).contains("20250310140000+0100");
        assertThat(ReactionPart.time(new Moment.On(LocalDate.parse("2025-03-30")), CaseFiles.BERLIN))
                .isEqualTo("20250330");
        assertThat(ReactionPart.time(new Moment.At(Instant.parse("2025-03-30T01:00:00Z")), CaseFiles.BERLIN))
                .isEqualTo("20250330030000+0200");
    }

    @Test
    void a_fatal_case_is_a_seven_day_report_and_says_the_date_of_death_or_why_not() {
        var known = report(Profile.FDA_IND, taken(new Moment.On(LocalDate.parse("2025-03-12"))));
        assertThat(known.text("FDA.C.1.7.1")).contains("6");
        assertThat(known.text("D.9.1")).contains("20250312");
        assertThat(Reports.RULES.findings(known, FIRST)).isEmpty();
        var unknown = report(Profile.FDA_IND, taken(null));
        assertThat(unknown.missing(Place.of("D.9.1"), NullFlavour.ASKU)).isTrue();
        assertThat(Reports.RULES.findings(unknown, FIRST)).isEmpty();
    }

    private static CaseFact taken(@Nullable Moment end) {
        return new CaseFact.CaseEventTaken(CaseFiles.CASE, CaseFiles.OPENED.subject(), fatal(end), "newer account");
    }

    @Test
    void a_nullified_case_goes_out_as_a_nullification_with_its_reason() {
        var gone = new CaseNullified(CaseFiles.CASE, CaseFiles.OPENED.subject(), NOW, "another subject's event");
        var report = report(Profile.FDA_IND, gone);
        assertThat(report.text("C.1.11.1")).contains("1");
        assertThat(report.text("C.1.11.2")).contains("another subject's event");
        assertThat(Reports.RULES.findings(report, FIRST))
                .extracting(Finding::rule)
                .containsExactly("R0101");
    }

    @Test
    void an_event_that_nobody_coded_is_found_and_not_guessed() {
        var whole = material();
        var uncoded = new Material(
                whole.safetyCase(),
                whole.sender(),
                whole.study(),
                Map.of(EVENT, new Recorded(BOTH, Answer.OPEN, Optional.empty(), Optional.empty())),
                whole.doses(),
                whole.site(),
                whole.given());
        var report = whole(CaseReport.of(uncoded, CaseFiles.OPENED, Profile.FDA_IND, NOW), Profile.FDA_IND);
        assertThat(Reports.RULES.findings(report, FIRST))
                .extracting(Finding::place)
                .containsExactlyInAnyOrder(Place.of("E.i.2.1a", 1), Place.of("E.i.2.1b", 1));
    }
}
