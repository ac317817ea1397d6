package io.equipoise.studydesign.adapter.usdm;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.studydesign.Definitions;
import io.equipoise.studydesign.adapter.schema.PublishedForm;
import io.equipoise.studydesign.domain.Definition;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Out as USDM and in again: what USDM can say comes back, what it cannot goes along as an extension. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class UsdmRoundTripTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Definition ASSUMED =
            new Definition(Definitions.AS_REGISTERED).patched(Definitions.ASSUMPTIONS);
    private static final Definition VISITS = new Definition(Definitions.read("""
        study: CASE2025
        title: 'A case, 5 < 6 & more'
        visits:
          basis: stated
          value:
            - {visit: BEFORE, title: Before, day: -7, before: P1W, after: P0D, assessments: [MRI]}
            - {visit: MONTH_3, title: Month 3, day: 91, before: P1M, after: P1M, assessments: [MRI, EDSS]}
        assessments:
          basis: stated
          value: [{assessment: MRI, title: MRI of the brain}, {assessment: EDSS, title: Disability}]
        """));

    static Stream<Definition> definitions() {
        return Stream.of(new Definition(Pilot.imported().definition()), ASSUMED, VISITS);
    }

    /** The journal gives every whole number back as a long. */
    private static Object asKept(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var kept = new TreeMap<String, Object>();
                map.forEach((name, each) -> kept.put(String.valueOf(name), asKept(each)));
                yield kept;
            }
            case List<?> list -> list.stream().map(UsdmRoundTripTest::asKept).toList();
            case Integer number -> number.longValue();
            default -> value;
        };
    }

    private static Definition kept(Definition definition) {
        var tree = new TreeMap<String, Object>();
        definition.tree().forEach((name, value) -> tree.put(name, asKept(value)));
        return new Definition(tree);
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void the_days_are_the_same_from_the_journal(Definition sent) {
        var back = new Definition(UsdmImport.of(exported(kept(sent)), Pilot.TODAY, PublishedForm.form())
                .definition());
        assertThat(back.list("/visits/value").stream().map(visit -> visit.get("visit") + " " + visit.get("day")))
                .containsExactlyElementsOf(sent.list("/visits/value").stream()
                        .map(visit -> visit.get("visit") + " " + visit.get("day"))
                        .toList());
        assertThat(back.list("/dosing/courses")).hasSameSizeAs(sent.list("/dosing/courses"));
    }

    private static byte[] exported(Definition definition) {
        return JSON.writeValueAsBytes(new UsdmExport(definition, 3).file());
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void a_definition_comes_back_with_its_study_arms_visits_days_windows_and_assessments(Definition sent) {
        var back = new Definition(
                UsdmImport.of(exported(sent), Pilot.TODAY, PublishedForm.form()).definition());
        assertThat(back.study()).isEqualTo(sent.study());
        assertThat(back.title()).isEqualTo(sent.title());
        assertThat(back.at("/visits/value")).isEqualTo(sent.at("/visits/value"));
        assertThat(back.list("/assessments/value").stream()
                        .map(each -> each.get("assessment") + " " + each.get("title")))
                .containsExactlyElementsOf(sent.list("/assessments/value").stream()
                        .map(each -> each.get("assessment") + " " + each.get("title"))
                        .toList());
        assertThat(back.list("/design/arms").stream().map(UsdmRoundTripTest::arm))
                .containsExactlyElementsOf(sent.list("/design/arms").stream()
                        .map(UsdmRoundTripTest::arm)
                        .toList());
        for (var pointer : List.of("/phase", "/sponsor", "/design/target", "/design/model", "/design/allocation")) {
            if (sent.known(pointer).isPresent()) {
                assertThat(back.at(pointer + "/value")).as(pointer).isEqualTo(sent.at(pointer + "/value"));
            }
        }
        assertThat(back.list("/eligibility/rules").stream().map(rule -> rule.get("rule") + " " + rule.get("text")))
                .containsExactlyElementsOf(sent.list("/eligibility/rules").stream()
                        .map(rule -> rule.get("rule") + " " + rule.get("text"))
                        .toList());
    }

    private static String arm(Map<String, Object> arm) {
        return arm.get("arm") + " " + arm.get("title") + " " + arm.get("role");
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void every_value_goes_along_with_where_it_comes_from(Definition sent) {
        var file = JSON.readTree(exported(sent));
        var urls = file.at("/study/versions/0/extensionAttributes")
                .valueStream()
                .map(each -> each.path("url").asString())
                .toList();
        assertThat(sent.openValues())
                .allSatisfy(value -> assertThat(urls)
                        .anyMatch(url ->
                                url.endsWith(":" + value.path()) && url.startsWith("urn:equipoise:definition:")));
        assertThat(sent.openValues().stream().filter(value -> value.unknown()))
                .allSatisfy(value -> assertThat(urls).contains(Extensions.ONLY_HERE + value.path()));
    }

    @Test
    void an_expression_that_usdm_cannot_say_goes_along() {
        assertThat(new String(exported(ASSUMED), java.nio.charset.StandardCharsets.UTF_8))
                .contains("urn:equipoise:definition:when", "completedYears(fact.birthDate, screenedOn) >= 18");
    }

    @Test
    void an_instrument_that_usdm_has_no_place_for_goes_along() {
        assertThat(new String(exported(ASSUMED), java.nio.charset.StandardCharsets.UTF_8))
                .contains("urn:equipoise:definition:basis:/assessments", "instrument not named");
    }

    @Test
    void ids_are_given_once_and_every_reference_finds_its_object() {
        definitions().forEach(sent -> {
            var file = JSON.readTree(exported(sent));
            var ids = new HashSet<String>();
            var references = new HashSet<String>();
            collect(file, ids, references);
            assertThat(ids).containsAll(references);
        });
    }

    private static void collect(JsonNode here, Set<String> ids, Set<String> references) {
        if (here.path("id").isString()) {
            assertThat(ids.add(here.path("id").asString()))
                    .as(here.path("id").asString())
                    .isTrue();
        }
        here.properties().forEach(each -> {
            if (each.getKey().endsWith("Id") && each.getValue().isString()) {
                references.add(each.getValue().asString());
            } else if (each.getKey().endsWith("Ids")) {
                each.getValue().forEach(id -> references.add(id.asString()));
            }
        });
        here.forEach(each -> collect(each, ids, references));
    }

    /** No JSON schema of USDM is at hand: the objects of CDISC's own file say which attributes each kind has. */
    @Test
    void every_object_has_the_attributes_that_it_has_in_the_pilot() {
        var pilot = new TreeMap<String, Set<String>>();
        attributes(Pilot.FILE, pilot);
        var ours = new TreeMap<String, Set<String>>();
        definitions().forEach(sent -> attributes(JSON.readTree(exported(sent)), ours));
        ours.remove("ExtensionAttribute");
        assertThat(ours.keySet()).contains("StudyVersion", "InterventionalStudyDesign", "Timing", "Administration");
        ours.forEach((kind, attributes) -> assertThat(attributes).as(kind).isEqualTo(pilot.get(kind)));
    }

    private static void attributes(JsonNode here, Map<String, Set<String>> kinds) {
        if (here.path("instanceType").isString()) {
            here.propertyNames()
                    .forEach(name -> kinds.computeIfAbsent(
                                    here.path("instanceType").asString(), kind -> new TreeSet<>())
                            .add(name));
        }
        here.forEach(each -> attributes(each, kinds));
    }
}
