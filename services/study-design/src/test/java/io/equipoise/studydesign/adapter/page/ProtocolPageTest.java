package io.equipoise.studydesign.adapter.page;

import static io.equipoise.studydesign.Definitions.resource;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.platform.Acceptance;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Role;
import io.equipoise.studydesign.Definitions;
import io.equipoise.studydesign.application.KeptVersions.Kept;
import io.equipoise.studydesign.domain.Definition;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The page drawn without a browser: what stands where, and what is never left out. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProtocolPageTest {
    private static final Definition REGISTERED = new Definition(Definitions.AS_REGISTERED);
    private static final Definition ASSUMED = REGISTERED.patched(Definitions.ASSUMPTIONS);

    private static String drawn(Definition definition) {
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        var kept = new Kept(Definitions.version(2, definition), "ops-01", Instant.parse("2025-03-01T09:00:00Z"));
        var caller = new Caller("inv-01", Set.of(Role.INVESTIGATOR), Set.of("01"));
        return engine.process(
                "protocol/page", new Context(Locale.ROOT, Map.of("caller", caller, "protocol", Protocol.of(kept))));
    }

    @Test
    void a_gap_stands_before_every_value() {
        var page = drawn(REGISTERED);
        assertThat(page.indexOf("dose amount")).isPositive().isLessThan(page.indexOf("What happens when"));
        assertThat(page).contains("What must be known first", "Infusion: the first-dose anchor is not known");
    }

    @Test
    void every_value_is_shown_with_its_basis() {
        var page = drawn(ASSUMED);
        for (var value : ASSUMED.openValues()) {
            var why = value.note("why");
            var listed = value.value() instanceof List<?> list && !list.isEmpty() && list.getFirst() instanceof Map;
            assertThat(page).contains(escaped(why != null ? why : listed ? value.basis() : Words.of(value.value())));
        }
        assertThat(page.split("\"flag assumption\">ASSUMPTION").length - 1).isEqualTo((int)
                ASSUMED.openValues().stream().filter(each -> each.assumed()).count());
    }

    @ParameterizedTest
    @MethodSource("notStated")
    @Acceptance("AL-7")
    void an_allocation_that_nobody_stated_is_shown_as_that(String study) {
        var page = drawn(library(study));
        var from = page.indexOf("<dt>Allocation</dt>");
        assertThat(from).as(study).isPositive();
        assertThat(page.substring(from, page.indexOf("</dd>", from))).contains("UNKNOWN", "not stated");
    }

    private static Stream<String> notStated() {
        return resource("/library/index.txt")
                .lines()
                .filter(study -> library(study).known("/design/allocation").isEmpty());
    }

    @Test
    void the_single_case_and_all_25_studies_of_the_table_are_among_them() {
        assertThat(notStated()).hasSize(26).contains("CASEJAFARI2025").doesNotContain("NCT07146087", "MESEMS");
    }

    private static Definition library(String study) {
        return new Definition(Definitions.read(resource("/library/" + study + ".yaml")));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("'", "&#39;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    @Test
    void nothing_that_the_policy_forbids_is_in_the_page() {
        assertThat(drawn(ASSUMED)).doesNotContain("<script>", " style=", "onclick=");
    }

    @Test
    void the_picture_has_a_mark_for_every_visit_scan_and_dose() {
        var picture = Protocol.of(new Kept(Definitions.version(2, ASSUMED), "ops-01", Instant.EPOCH))
                .picture();
        assertThat(picture.lanes().stream()
                        .map(lane -> lane.title() + " " + lane.marks().size()))
                .containsExactly("Scans 3", "Infusion 4");
        var doses = picture.lanes().getLast().marks();
        assertThat(doses.stream().map(mark -> mark.words()))
                .containsExactly(
                        "Day 0: Infusion 1, − 7 days / + 7 days",
                        "Day 84: Infusion 2, − 7 days / + 7 days",
                        "Day 168: Infusion 3, − 7 days / + 7 days",
                        "Day 252: Infusion 4, − 7 days / + 7 days");
        assertThat(doses.stream().map(mark -> mark.x())).isSorted();
    }
}
