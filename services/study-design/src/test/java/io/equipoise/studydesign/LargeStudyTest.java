package io.equipoise.studydesign;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.platform.Decision;
import io.equipoise.platform.web.StrictJson;
import io.equipoise.studydesign.adapter.rest.DefinitionText;
import io.equipoise.studydesign.adapter.rest.DefinitionText.Format;
import io.equipoise.studydesign.adapter.rest.DefinitionText.Read;
import io.equipoise.studydesign.adapter.schema.PublishedForm;
import io.equipoise.studydesign.domain.Study;
import io.equipoise.studydesign.domain.StudyCommand.Define;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A protocol far larger than any in the library; prints what loading it takes, as multiples of parsing the same file. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LargeStudyTest {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private static final int TIMES = 5;

    @Test
    void a_study_of_500_visits_and_2000_rules_is_kept_whole() {
        var text = StrictJson.mapper().writeValueAsBytes(large());
        assertThat(text.length).isLessThan(DefinitionText.LIMIT);
        var model = Study.decider(PublishedForm.form());
        long parsed = fastest(() -> StrictJson.mapper().readTree(text));
        long read = fastest(() -> new DefinitionText(Format.JSON, text).read());
        var tree = ((Read.Tree) new DefinitionText(Format.JSON, text).read()).tree();
        var define = new Define(Definitions.BIO, tree, NOW);
        long decided = fastest(() -> model.decide().apply(model.initial(), define));
        System.out.printf(
                "figure: a definition of %,d bytes, parsed in %.1f ms; read with its places %.1f times that, checked"
                        + " and its gaps found %.1f times that%n",
                text.length, parsed / 1e6, read / (double) parsed, decided / (double) parsed);
        var kept = model.decide().apply(model.initial(), define);
        assertThat(kept).isInstanceOf(Decision.Accepted.class);
        var study = model.replay(((Decision.Accepted<io.equipoise.studydesign.domain.DesignFact>) kept).facts());
        assertThat(study.definition().tree()).isEqualTo(tree);
    }

    private static Map<String, Object> large() {
        var tree = new LinkedHashMap<>(Definitions.AS_REGISTERED);
        tree.put(
                "visits",
                Map.of(
                        "basis",
                        "stated",
                        "text",
                        "as many as anybody could want",
                        "value",
                        IntStream.range(0, 500)
                                .mapToObj(n -> Map.of("visit", "V" + n, "title", "Visit " + n, "day", n))
                                .toList()));
        var eligibility = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) tree.get("eligibility")).forEach((name, value) -> eligibility.put(String.valueOf(name), value));
        eligibility.put(
                "rules",
                IntStream.range(0, 2_000)
                        .mapToObj(n -> Map.of(
                                "rule",
                                "RULE_" + n,
                                "kind",
                                "INCLUSION",
                                "text",
                                "EDSS of " + n,
                                "when",
                                "fact.edss >= 3.0 && fact.edss <= 6.5"))
                        .toList());
        tree.put("eligibility", eligibility);
        return tree;
    }

    private static long fastest(Supplier<?> work) {
        return IntStream.range(0, TIMES)
                .mapToLong(n -> {
                    long begun = System.nanoTime();
                    assertThat(List.of(work.get())).isNotEmpty();
                    return System.nanoTime() - begun;
                })
                .min()
                .orElseThrow();
    }
}
