package io.equipoise.adverseevent.adapter.page;

import static io.equipoise.adverseevent.domain.CaseFiles.ASKED;
import static io.equipoise.adverseevent.domain.CaseFiles.AS_ADMITTED;
import static io.equipoise.adverseevent.domain.CaseFiles.CASE;
import static io.equipoise.adverseevent.domain.CaseFiles.EU;
import static io.equipoise.adverseevent.domain.Wards.ANNA;
import static io.equipoise.adverseevent.domain.Wards.MILD;
import static io.equipoise.adverseevent.domain.Wards.REACTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.application.CaseIndex;
import io.equipoise.adverseevent.application.CaseSheet;
import io.equipoise.adverseevent.application.ClockCard;
import io.equipoise.adverseevent.application.Duplicates.Candidate;
import io.equipoise.adverseevent.application.Reconciling;
import io.equipoise.adverseevent.application.SiteTime;
import io.equipoise.adverseevent.application.StoryStep;
import io.equipoise.adverseevent.domain.CaseFact;
import io.equipoise.adverseevent.domain.CaseFact.CaseDuplicateMerged;
import io.equipoise.adverseevent.domain.CaseFact.CaseFileAttached;
import io.equipoise.adverseevent.domain.CaseFact.CaseNarrated;
import io.equipoise.adverseevent.domain.CaseFact.CaseNullified;
import io.equipoise.adverseevent.domain.CaseFact.CaseSubmitted;
import io.equipoise.adverseevent.domain.CaseField;
import io.equipoise.adverseevent.domain.CaseFiles;
import io.equipoise.adverseevent.domain.SafetyCase;
import io.equipoise.adverseevent.domain.Submission;
import io.equipoise.adverseevent.domain.casework.Difference;
import io.equipoise.adverseevent.domain.casework.Likeness;
import io.equipoise.adverseevent.domain.clock.Clock.State;
import io.equipoise.adverseevent.domain.clock.ClockRule.Kind;
import io.equipoise.pages.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Every part of the pages of cases and clocks says what it is for, with and without something to show. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CasePartsTest {
    private static final Parts PARTS = new Parts(engine());
    private static final CaseIndex.Line LINE = new CaseIndex.Line(CASE, "S", "01", ANNA.toString(), "DE-X-1", "OPEN");

    @Test
    void a_clock_shows_its_state_in_words_and_its_sentences() {
        var late = clock(State.LATE);
        var html = PARTS.draw("safety", "clocks-open", "", Map.of("clocks", List.of(late)))
                .html();
        assertThat(html)
                .contains(
                        "1 late",
                        "Why this date",
                        "7 days after day 0",
                        "Wed 26 Mar 2025",
                        "provisional",
                        ANNA.toString());
        assertThat(PARTS.draw("safety", "clocks-done", "", Map.of("clocks", List.of()))
                        .html())
                .contains("None yet");
    }

    @Test
    void a_case_shows_what_it_tells_and_what_may_be_done() {
        var html = page(sheet());
        assertThat(html)
                .contains(
                        "Infusion related reaction",
                        "felt warm",
                        "discharge.pdf",
                        "DE-PARTNER-17",
                        "batch-1",
                        "grade",
                        "onset on the same day",
                        "Why term of " + REACTION + " differs",
                        "/api/safety/cases/" + CASE + "/submissions",
                        "data-file-door=\"/api/safety/cases/" + CASE + "/files\"",
                        "data-door=\"/api/safety/cases/" + CASE + "/duplicates\"",
                        CASE + ", 60 of 100",
                        "/safety/alerts/AL-" + REACTION + "#part-treatment",
                        "Opened");
    }

    @Test
    void a_case_that_nothing_looks_like_offers_no_merging() {
        var html = page(new CaseSheet(new SafetyCase(facts()), List.of(), List.of(), List.of(), List.of()));
        assertThat(html).contains("id=\"act-file\"").doesNotContain("act-merge");
    }

    @Test
    void a_case_that_has_ended_offers_nothing_more() {
        var ended = new ArrayList<>(facts());
        ended.add(new CaseNullified(CASE, ANNA, ASKED, "the wrong person"));
        var html = page(new CaseSheet(new SafetyCase(ended), List.of(), List.of(), List.of(), List.of()));
        assertThat(html)
                .contains("Nullified: the wrong person", "The case has ended")
                .doesNotContain("<form");
    }

    @Test
    void lists_are_drawn_full_and_empty() {
        var item = difference();
        assertThat(PARTS.draw("safety", "cases-list", "", Map.of("cases", List.of(LINE)))
                        .html())
                .contains(CASE, "DE-X-1");
        assertThat(PARTS.draw("safety", "cases-differences", "", Map.of("differences", List.of(item)))
                        .html())
                .contains("term", "Fever");
        assertThat(PARTS.draw("safety", "cases-list", "", Map.of("cases", List.of()))
                        .html())
                .contains("No case yet");
    }

    private static String page(CaseSheet sheet) {
        var model = Map.<String, Object>of("sheet", sheet, "clocks", sheet.clocks());
        var all = new StringBuilder();
        for (var part : List.of("facts", "clocks", "reports", "differences", "likes", "acts", "history")) {
            all.append(PARTS.draw("safety", "case-" + part, "", model).html());
        }
        return all.toString();
    }

    private static CaseSheet sheet() {
        return new CaseSheet(
                new SafetyCase(facts()),
                List.of(clock(State.AT_RISK)),
                List.of(difference()),
                List.of(new Candidate(LINE, new Likeness(60, List.of("same subject", "onset on the same day")))),
                List.of(new StoryStep(SiteTime.of(ASKED, null), "Opened", "saf-01, safety-officer")));
    }

    private static List<CaseFact> facts() {
        return List.of(
                CaseFiles.OPENED,
                CaseFiles.INITIAL,
                CaseFiles.followUp(2, ASKED, true),
                new CaseNarrated(CASE, ANNA, 1, "felt warm"),
                new CaseFileAttached(CASE, ANNA, "f1", "discharge.pdf", "application/pdf", 3, "ab"),
                new CaseDuplicateMerged(CASE, ANNA, "SC-00000002", List.of("DE-PARTNER-17"), "the same"),
                new CaseSubmitted(
                        CASE, ANNA, CaseFiles.sent(1, Submission.Kind.INITIAL, "2025-03-20T10:00:00Z", 1, true)));
    }

    private static Reconciling.Item difference() {
        var first = Difference.between(AS_ADMITTED, MILD).getFirst();
        var term = new Difference(CaseField.TERM, "Fever", first.inRecord());
        return new Reconciling.Item(CASE, REACTION, 2, term, Reconciling.State.OPEN, null, null, null);
    }

    private static ClockCard clock(State state) {
        return new ClockCard(
                CASE + "-EU-CTR-OTHER-1",
                CASE,
                ANNA.toString(),
                EU,
                "European Union",
                Kind.OTHER,
                state,
                true,
                "Wed 26 Mar 2025, Europe/Berlin",
                SiteTime.of(ASKED, CaseFiles.BERLIN),
                List.of(new ClockCard.Reasons("Why this date", List.of("7 days after day 0"))));
    }

    private static SpringTemplateEngine engine() {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }
}
