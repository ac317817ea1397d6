package io.equipoise.studydesign.adapter.odm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equipoise.contracts.odm.OdmFile;
import io.equipoise.studydesign.Definitions;
import io.equipoise.studydesign.application.KeptVersions.Kept;
import io.equipoise.studydesign.domain.Definition;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against CDISC's own schema, offline. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OdmStudyTest {
    static Stream<Definition> definitions() {
        return Stream.of(
                new Definition(Definitions.AS_REGISTERED),
                new Definition(Definitions.AS_REGISTERED).patched(Definitions.ASSUMPTIONS),
                VISITS,
                new Definition(Definitions.read("{study: SMALL, title: \"a \\u0007 bell & a <tag>\"}")));
    }

    static final Definition VISITS = new Definition(Definitions.read("""
        study: CASE2025
        title: A case
        phase: {basis: stated, value: PHASE_2}
        design:
          arms: [{arm: A, title: Arm A, role: EXPERIMENTAL}]
          periods: {basis: stated, value: [{period: P1, from: P0W, to: P24W}]}
        visits:
          basis: stated
          value:
            - {visit: BEFORE, title: Before, day: -7, before: P1W, after: P0D, assessments: [MRI]}
            - {visit: MONTH_3, title: Month 3, day: 91, before: P1M, after: P1M, assessments: [MRI, EDSS]}
        assessments:
          basis: stated
          value: [{assessment: MRI, title: MRI of the brain}, {assessment: EDSS, title: Disability}]
        outcomes: {basis: stated, value: [{outcome: O1, kind: PRIMARY, text: Disability}]}
        conditions: {basis: stated, value: [Multiple sclerosis]}
        """));

    private static byte[] written(Definition definition) {
        return new OdmStudy(
                        new Kept(Definitions.version(2, definition), "ops-01", Instant.parse("2025-03-01T09:00:00Z")))
                .file();
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void what_goes_out_is_valid(Definition definition) throws Exception {
        new OdmFile(written(definition)).mustBeValid();
    }

    @Test
    void weeks_beside_other_parts_are_written_as_days() {
        assertThat(Stream.of("P1W", "P1W3D", "P1M2W", "P1M2W1D", "P1Y3D").map(OdmSchedule::period))
                .containsExactly("P1W", "P10D", "P1M14D", "P1M15D", "P1Y3D");
    }

    @Test
    void the_schema_bites() {
        var broken =
                new String(written(VISITS), StandardCharsets.UTF_8).replace("Type=\"Scheduled\"", "Type=\"Later\"");
        assertThatThrownBy(() -> new OdmFile(broken.getBytes(StandardCharsets.UTF_8)).mustBeValid())
                .hasMessageContaining("Later");
    }

    @Test
    void visits_arms_timings_and_assessments_are_those_of_the_definition() throws Exception {
        var odm = new OdmFile(written(VISITS)).parsed();
        assertThat(odm.of("count(//*[local-name()='StudyEventDef'][@Type='Scheduled'])"))
                .isEqualTo("2");
        assertThat(odm.of("//*[@SuccessorOID='SE.BEFORE']/@TimepointRelativeTarget"))
                .isEqualTo("-P7D");
        assertThat(odm.of("//*[@SuccessorOID='SE.MONTH_3']/@TimepointPreWindow"))
                .isEqualTo("P1M");
        assertThat(odm.of("//*[local-name()='Arm']/@OID")).isEqualTo("ARM.A");
        assertThat(odm.of("//*[local-name()='Epoch']/@OID")).isEqualTo("EP.P1");
        assertThat(odm.of("//*[local-name()='TrialPhase']/@Value")).isEqualTo("PHASE II TRIAL");
        assertThat(odm.of("count(//*[@OID='SE.MONTH_3']/*[local-name()='ItemGroupRef'])"))
                .isEqualTo("2");
        assertThat(odm.of("//*[local-name()='MetaDataVersion']/@OID")).isEqualTo("MDV.2");
    }

    @Test
    void every_reference_finds_its_element() throws Exception {
        for (var definition : definitions().toList()) {
            var odm = new OdmFile(written(definition)).parsed();
            for (var name : new String[] {
                "StudyEventOID", "ItemGroupOID", "SuccessorOID", "PredecessorOID", "StudyEventGroupOID", "ConditionOID"
            }) {
                assertThat(odm.of("count(//@" + name + "[not(. = //@OID)])"))
                        .as(name)
                        .isEqualTo("0");
            }
        }
    }

    @Test
    void an_unknown_value_goes_out_as_unknown() throws Exception {
        var odm = new OdmFile(written(new Definition(Definitions.AS_REGISTERED))).parsed();
        assertThat(odm.of("//*[@Term='/design/ratio']/*/@Value")).isEqualTo("unknown (allocation ratio)");
        assertThat(odm.of("//*[@Term='/phase']/*/@Value")).isEqualTo("stated: EARLY_PHASE_1 (Early Phase 1)");
    }
}
