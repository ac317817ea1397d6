package io.equipoise.studydesign.adapter.odm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equipoise.studydesign.Definitions;
import io.equipoise.studydesign.application.KeptVersions.Kept;
import io.equipoise.studydesign.domain.Definition;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

/** Against CDISC's own schema, offline. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OdmStudyTest {
    private static Schema schema;

    @BeforeAll
    static void the_schema_of_cdisc_without_a_network() throws Exception {
        var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
        schema = factory.newSchema(new File("src/test/resources/odm-v2/ODM.xsd"));
    }

    static Stream<Definition> definitions() {
        return Stream.of(
                new Definition(Definitions.AS_REGISTERED),
                new Definition(Definitions.AS_REGISTERED).patched(Definitions.ASSUMPTIONS),
                VISITS,
                new Definition(Definitions.read("{study: SMALL, title: \"a \\u0007 bell & a <tag>\"}")));
    }

    private static final Definition VISITS = new Definition(Definitions.read("""
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
        return new OdmStudy(new Kept(definition, 2, "ops-01", Instant.parse("2025-03-01T09:00:00Z"))).file();
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void what_goes_out_is_valid(Definition definition) throws Exception {
        schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(written(definition))));
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
        assertThatThrownBy(() -> schema.newValidator()
                        .validate(new StreamSource(new ByteArrayInputStream(broken.getBytes(StandardCharsets.UTF_8)))))
                .hasMessageContaining("Later");
    }

    @Test
    void visits_arms_timings_and_assessments_are_those_of_the_definition() throws Exception {
        var odm = parsed(written(VISITS));
        assertThat(asked(odm, "count(//*[local-name()='StudyEventDef'][@Type='Scheduled'])"))
                .isEqualTo("2");
        assertThat(asked(odm, "//*[@SuccessorOID='SE.BEFORE']/@TimepointRelativeTarget"))
                .isEqualTo("-P7D");
        assertThat(asked(odm, "//*[@SuccessorOID='SE.MONTH_3']/@TimepointPreWindow"))
                .isEqualTo("P1M");
        assertThat(asked(odm, "//*[local-name()='Arm']/@OID")).isEqualTo("ARM.A");
        assertThat(asked(odm, "//*[local-name()='Epoch']/@OID")).isEqualTo("EP.P1");
        assertThat(asked(odm, "//*[local-name()='TrialPhase']/@Value")).isEqualTo("PHASE II TRIAL");
        assertThat(asked(odm, "count(//*[@OID='SE.MONTH_3']/*[local-name()='ItemGroupRef'])"))
                .isEqualTo("2");
        assertThat(asked(odm, "//*[local-name()='MetaDataVersion']/@OID")).isEqualTo("MDV.2");
    }

    @Test
    void every_reference_finds_its_element() throws Exception {
        for (var definition : definitions().toList()) {
            var odm = parsed(written(definition));
            for (var name : new String[] {
                "StudyEventOID", "ItemGroupOID", "SuccessorOID", "PredecessorOID", "StudyEventGroupOID", "ConditionOID"
            }) {
                assertThat(asked(odm, "count(//@" + name + "[not(. = //@OID)])"))
                        .as(name)
                        .isEqualTo("0");
            }
        }
    }

    @Test
    void an_unknown_value_goes_out_as_unknown() throws Exception {
        var odm = parsed(written(new Definition(Definitions.AS_REGISTERED)));
        assertThat(asked(odm, "//*[@Term='/design/ratio']/*/@Value")).isEqualTo("unknown (allocation ratio)");
        assertThat(asked(odm, "//*[@Term='/phase']/*/@Value")).isEqualTo("stated: EARLY_PHASE_1 (Early Phase 1)");
    }

    private static Document parsed(byte[] xml) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    private static String asked(Document odm, String path) throws Exception {
        return XPathFactory.newInstance().newXPath().evaluate(path, odm);
    }
}
