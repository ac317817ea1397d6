package io.equipoise.adverseevent.domain.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equipoise.adverseevent.adapter.pdf.DrawnPapers;
import io.equipoise.adverseevent.application.Papers;
import io.equipoise.adverseevent.domain.OrganClass;
import io.equipoise.adverseevent.domain.listing.LineListing.Interval;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Tables of the development safety update report (ICH E2F, appendix): who is listed, who is counted, and where arms stand. */
class ListingSpec {
    private static final String STUDY = "NCT07146087";
    private static final LocalDate JANUARY = LocalDate.parse("2025-01-01");
    private static final LocalDate DECEMBER = LocalDate.parse("2025-12-31");
    private static final Interval YEAR = new Interval(JANUARY, DECEMBER);
    private static final Instant DATE = Instant.parse("2026-01-05T08:00:00Z");

    private static final Papers PAPERS = new DrawnPapers();

    private static String said(byte[] text) {
        return new String(text, StandardCharsets.UTF_8);
    }

    private static ListedReaction reaction(String number, LocalDate received, List<String> suspectedBy, String arm) {
        return new ListedReaction(
                number,
                STUDY + "-01-0001",
                "DE",
                received,
                "Stroke",
                null,
                List.of("hospitalization"),
                "2025-03-11",
                List.of("2025-03-10"),
                "recovering",
                suspectedBy,
                arm);
    }

    private static SeriousEvent event(String subject, String term, String onset, String arm) {
        return new SeriousEvent(subject, term, null, LocalDate.parse(onset), arm);
    }

    @Test
    void a_serious_reaction_that_anybody_suspects_is_listed_and_another_is_not() {
        var listing = LineListing.blinded(
                STUDY,
                List.of(
                        reaction("C-1", JANUARY, List.of("Investigator"), "cells"),
                        reaction("C-2", JANUARY, List.of(), "cells"),
                        reaction("C-3", JANUARY, List.of("Sponsor"), "blinded")),
                YEAR);
        assertThat(listing.rows()).extracting(List::getFirst).containsExactly("C-1", "C-3");
        assertThat(listing.notes()).contains("2 reactions of 2 cases");
    }

    @Test
    void both_days_of_the_interval_belong_to_it() {
        var some = List.of("Investigator");
        var listing = LineListing.blinded(
                STUDY,
                List.of(
                        reaction("before", JANUARY.minusDays(1), some, "blinded"),
                        reaction("first", JANUARY, some, "blinded"),
                        reaction("last", DECEMBER, some, "blinded"),
                        reaction("after", DECEMBER.plusDays(1), some, "blinded")),
                YEAR);
        assertThat(listing.rows()).extracting(List::getFirst).containsExactly("first", "last");
        assertThatThrownBy(() -> new Interval(DECEMBER, JANUARY)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_arm_stands_anywhere_in_a_blinded_table() {
        var reactions = List.of(reaction("C-1", JANUARY, List.of("Investigator"), "cells, 2 million/kg"));
        var events = List.of(event("01-0001", "Stroke", "2025-03-11", "cells, 2 million/kg"));
        assertThat(LineListing.blinded(STUDY, reactions, YEAR).toString()).doesNotContain("cells");
        assertThat(CumulativeSummary.blinded(STUDY, events, DECEMBER).toString())
                .doesNotContain("cells");
        assertThat(LineListing.unblinded(STUDY, reactions, YEAR).toString())
                .contains("cells, 2 million/kg")
                .contains("UNBLINDED");
    }

    @Test
    void events_are_counted_by_term_and_treatment_until_the_lock_point() {
        var table = CumulativeSummary.unblinded(
                STUDY,
                List.of(
                        event("01-0001", "Stroke", "2025-03-11", "cells"),
                        event("01-0002", " stroke ", "2025-12-31", "blinded"),
                        event("01-0002", "Sepsis", "2025-04-01", "blinded"),
                        event("01-0003", "Sepsis", "2026-01-01", "placebo")),
                DECEMBER);
        assertThat(table.columns()).containsExactly("term", "cells", "blinded", "total");
        assertThat(table.rows())
                .containsExactly(
                        List.of("sepsis", "0", "1", "1"),
                        List.of("stroke", "1", "1", "2"),
                        List.of("all", "1", "2", "3"));
        assertThat(table.notes()).contains("3 events of 2 subjects");
    }

    @Test
    void what_is_coded_counts_by_its_class_and_preferred_term_and_the_table_says_which_is_not() {
        var vascular = new OrganClass("Made-up vascular", "Made-up stroke", "MEDDRA 28.0");
        var table = CumulativeSummary.unblinded(
                STUDY,
                List.of(
                        new SeriousEvent("01-0001", "apoplexy", vascular, JANUARY, "cells"),
                        new SeriousEvent("01-0002", "Stroke", vascular, JANUARY, "blinded"),
                        new SeriousEvent("01-0002", "A fall", null, JANUARY, "blinded")),
                DECEMBER);
        assertThat(table.columns()).containsExactly("system organ class", "term", "cells", "blinded", "total");
        assertThat(table.rows())
                .containsExactly(
                        List.of("Made-up vascular", "Made-up stroke", "1", "1", "2"),
                        List.of("not coded", "a fall", "0", "1", "1"),
                        List.of("all", "", "1", "2", "3"));
        assertThat(table.notes())
                .contains("2 of 3 events by system organ class of MEDDRA 28.0; the others as reported");
    }

    @Test
    void terms_as_reported_are_said_to_be_so() {
        var table = CumulativeSummary.blinded(
                STUDY, List.of(event("01-0001", "Stroke", "2025-03-11", "blinded")), DECEMBER);
        assertThat(table.notes())
                .contains("terms as reported: none of them is coded in a dictionary with system organ classes");
    }

    @Test
    void a_line_has_the_class_and_the_coded_term_beside_the_term_as_reported() {
        var coded = new ListedReaction(
                "C-1",
                STUDY + "-01-0001",
                "DE",
                JANUARY,
                "apoplexy",
                new OrganClass("Made-up vascular", "Made-up stroke", "MEDDRA 28.0"),
                List.of("hospitalization"),
                "2025-03-11",
                List.of(),
                "recovering",
                List.of("Sponsor"),
                "blinded");
        var listing = LineListing.blinded(
                STUDY, List.of(coded, reaction("C-2", JANUARY, List.of("Sponsor"), "blinded")), YEAR);
        assertThat(listing.columns()).containsSubsequence("system organ class", "reaction", "coded term");
        assertThat(listing.rows().getFirst()).containsSubsequence("Made-up vascular", "apoplexy", "Made-up stroke");
        assertThat(listing.rows().getLast()).containsSubsequence("not coded", "Stroke", "");
        assertThat(listing.notes())
                .contains("1 of 2 reactions by system organ class of MEDDRA 28.0; the others as reported");
    }

    @Test
    void zero_events_are_a_table_that_says_zero() {
        assertThat(CumulativeSummary.blinded(STUDY, List.of(), DECEMBER).rows()).containsExactly(List.of("all", "0"));
    }

    @Test
    void a_cell_cannot_become_a_formula_or_a_tag() {
        var table = new Table(
                "<t>",
                List.of(),
                List.of("a", "b"),
                List.of(List.of("=1+1", "said \"no\", then\nyes"), List.of("<b>", "x")));
        assertThat(said(PAPERS.csv(table))).isEqualTo("a,b\r\n'=1+1,\"said \"\"no\"\", then\nyes\"\r\n<b>,x\r\n");
        assertThat(said(PAPERS.html(table)))
                .contains("&lt;b&gt;")
                .doesNotContain("<b>")
                .doesNotContain("<script");
    }

    @Test
    void every_row_stands_on_some_page_of_the_paper() throws IOException {
        var reactions = new ArrayList<ListedReaction>();
        for (int i = 100; i < 220; i++) {
            reactions.add(reaction("CASE-" + i, JANUARY.plusDays(i), List.of("Investigator", "Sponsor"), "blinded"));
        }
        var pdf = PAPERS.pdf(LineListing.blinded(STUDY, reactions, YEAR), DATE);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            var text = new PDFTextStripper().getText(document);
            for (int i = 100; i < 220; i++) {
                assertThat(text).contains("CASE-" + i);
            }
        }
        assertThat(PAPERS.pdf(LineListing.blinded(STUDY, reactions, YEAR), DATE))
                .isEqualTo(pdf);
    }
}
