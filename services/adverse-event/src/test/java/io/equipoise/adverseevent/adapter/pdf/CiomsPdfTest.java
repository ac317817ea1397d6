package io.equipoise.adverseevent.adapter.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.CaseFact.CaseNarrated;
import io.equipoise.adverseevent.domain.CaseFiles;
import io.equipoise.adverseevent.domain.icsr.CaseReport;
import io.equipoise.adverseevent.domain.icsr.CaseReportSpec;
import io.equipoise.adverseevent.domain.icsr.CiomsForm;
import io.equipoise.adverseevent.domain.icsr.Profile;
import java.io.IOException;
import java.time.Instant;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** A case on the CIOMS I form: text that can be selected, nothing cut off, the same bytes for the same case. */
class CiomsPdfTest {
    private static final Instant DATE = Instant.parse("2025-03-20T09:00:00Z");

    private static byte[] form(String narrative) {
        var told = new CaseNarrated(CaseFiles.CASE, CaseFiles.OPENED.subject(), 2, narrative);
        var report = CaseReport.of(CaseReportSpec.material(told), CaseFiles.OPENED, Profile.FDA_IND, DATE);
        return CiomsPdf.of(CiomsForm.of(report), DATE);
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void the_boxes_hold_what_the_report_says_and_can_be_selected() throws IOException {
        var said = text(form("An infusion reaction \u2265 grade 3 after the second dose; \u00fcber Nacht beobachtet."));
        assertThat(said)
                .contains("SUSPECT ADVERSE REACTION REPORT")
                .contains(CaseFiles.OPENED.subject().toString())
                .contains(CaseFiles.NUMBER)
                .contains("blinded study product (blinded)")
                .contains("lot: P-1")
                .contains("Investigator: Suspected")
                .contains("Sponsor: Not Suspected")
                .contains("\u2265 grade 3")
                .contains("\u00fcber Nacht")
                .contains("University");
        assertThat(said).contains("26. REMARKS").contains("IND: 123456");
    }

    @Test
    void a_long_course_goes_on_behind_and_loses_nothing() throws IOException {
        var narrative = new StringBuilder();
        for (int i = 1; i <= 1200; i++) {
            narrative.append("observation").append(i).append(' ');
        }
        var said = text(form(narrative.toString()));
        assertThat(said).contains("continued behind").contains("observation1 ").contains("observation1200");
        for (int i = 1; i <= 1200; i += 7) {
            assertThat(said).containsPattern("observation" + i + "\\b");
        }
    }

    @Test
    void the_same_case_on_the_same_date_is_the_same_file() {
        assertThat(form("one")).isEqualTo(form("one"));
        assertThat(form("one")).isNotEqualTo(form("two"));
    }

    @Test
    void a_letter_without_a_shape_is_seen_to_be_missing() throws IOException {
        assertThat(text(form("A\u4e2dB"))).contains("A\u25a1B");
    }
}
