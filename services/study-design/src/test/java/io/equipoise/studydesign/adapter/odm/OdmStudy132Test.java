package io.equipoise.studydesign.adapter.odm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equipoise.contracts.odm.OdmFile;
import io.equipoise.studydesign.Definitions;
import io.equipoise.studydesign.application.KeptVersions.Kept;
import io.equipoise.studydesign.domain.Definition;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against our own schema of the part of ODM 1.3.2 that we write: CDISC's is not in this repository. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OdmStudy132Test {
    private static byte[] written(Definition definition) {
        return new OdmStudy132(
                        new Kept(Definitions.version(2, definition), "ops-01", Instant.parse("2025-03-01T09:00:00Z")))
                .file();
    }

    @ParameterizedTest
    @MethodSource("io.equipoise.studydesign.adapter.odm.OdmStudyTest#definitions")
    void what_goes_out_keeps_the_order_and_the_attributes(Definition definition) throws Exception {
        new OdmFile(written(definition)).mustBeValid132();
    }

    @Test
    void every_study_of_the_library_goes_out() throws Exception {
        for (var study : Definitions.resource("/library/index.txt").lines().toList()) {
            new OdmFile(written(new Definition(Definitions.read(Definitions.resource("/library/" + study + ".yaml")))))
                    .mustBeValid132();
        }
    }

    @Test
    void the_schema_bites() {
        var file = new String(written(OdmStudyTest.VISITS), StandardCharsets.UTF_8);
        for (var broken : new String[] {
            file.replace("Type=\"Scheduled\"", "Type=\"Later\""),
            file.replace("xml:lang=\"en\"", "Type=\"text/plain\""),
            file.replace("ODMVersion=\"1.3.2\"", "ODMVersion=\"2.0\""),
            file.replace("odm/v1.3", "odm/v2.0")
        }) {
            assertThat(broken).isNotEqualTo(file);
            assertThatThrownBy(() -> new OdmFile(broken.getBytes(StandardCharsets.UTF_8)).mustBeValid132())
                    .isInstanceOf(org.xml.sax.SAXException.class);
        }
    }

    @Test
    void visits_forms_and_windows_are_those_of_the_definition() throws Exception {
        var odm = new OdmFile(written(OdmStudyTest.VISITS)).parsed();
        assertThat(odm.of("/*/@ODMVersion")).isEqualTo("1.3.2");
        assertThat(odm.of("//*[local-name()='StudyDescription']")).isEqualTo("A case");
        assertThat(odm.of("count(//*[local-name()='StudyEventDef'])")).isEqualTo("2");
        assertThat(odm.of("//*[@OID='SE.BEFORE']/*[local-name()='Description']/*"))
                .isEqualTo("Day -7 from day 0, from P1W before, to P0D after");
        assertThat(odm.of("count(//*[@OID='SE.MONTH_3']/*[local-name()='FormRef'])"))
                .isEqualTo("2");
        assertThat(odm.of("//*[@OID='F.EDSS']/@Name")).isEqualTo("Disability");
    }

    @Test
    void rules_go_out_with_their_words_and_their_expression() throws Exception {
        var odm = new OdmFile(written(new Definition(Definitions.AS_REGISTERED).patched(Definitions.ASSUMPTIONS)))
                .parsed();
        assertThat(odm.of("count(//*[local-name()='ConditionDef'])")).isNotEqualTo("0");
        assertThat(odm.of("count(//*[local-name()='FormalExpression'])")).isNotEqualTo("0");
        assertThat(odm.of("//*[@OID='COND.AGE']/*[local-name()='Description']/*"))
                .startsWith("INCLUSION: ");
    }

    @Test
    void every_reference_finds_its_element() throws Exception {
        for (var definition : OdmStudyTest.definitions().toList()) {
            var odm = new OdmFile(written(definition)).parsed();
            for (var name : new String[] {"StudyEventOID", "FormOID"}) {
                assertThat(odm.of("count(//@" + name + "[not(. = //@OID)])"))
                        .as(name)
                        .isEqualTo("0");
            }
        }
    }
}
