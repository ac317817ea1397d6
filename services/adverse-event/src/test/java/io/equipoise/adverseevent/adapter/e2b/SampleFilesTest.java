package io.equipoise.adverseevent.adapter.e2b;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.icsr.Batch;
import io.equipoise.adverseevent.domain.icsr.Icsr;
import io.equipoise.adverseevent.domain.icsr.NullFlavour;
import io.equipoise.adverseevent.domain.icsr.Place;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Text;

/** FDA's published files go in, come out, and go in again as the same reports; element by element, and as XML. */
class SampleFilesTest {
    private static final String ONE = "FAERS2022Scenario1.xml";
    private static final String TWO = "FAERS2022Scenario2.xml";
    private static final E2bFiles FILES = new E2bFiles();
    /** Names for people, versions of lists, and where a schema lies: no data. */
    private static final Set<String> NO_DATA = Set.of("displayName", "xsi:schemaLocation", "xmlns", "xmlns:xsi");

    static InputStream sample(String file) {
        return Objects.requireNonNull(SampleFilesTest.class.getResourceAsStream("/e2b/" + file));
    }

    @ParameterizedTest
    @ValueSource(strings = {ONE, TWO})
    void a_sample_is_the_same_by_element_after_it_was_written_and_read_again(String file) {
        var read = FILES.read(sample(file));
        var again = FILES.read(new ByteArrayInputStream(FILES.write(read.batch())));
        assertThat(again.batch()).isEqualTo(read.batch());
        assertThat(again.unread()).isEmpty();
        assertThat(FILES.write(again.batch())).isEqualTo(FILES.write(read.batch()));
    }

    /** What is written differs from what FDA wrote in these places only, and in no data. */
    @ParameterizedTest
    @ValueSource(strings = {ONE, TWO})
    void a_sample_is_the_same_as_xml(String file) throws Exception {
        var theirs = leaves(sample(file));
        var ours = leaves(
                new ByteArrayInputStream(FILES.write(FILES.read(sample(file)).batch())));
        assertThat(without(theirs, ours)).allSatisfy(leaf -> assertThat(leaf).matches("""
            processingModeCode/@code=I\
            |(code|value)/@codeSystemVersion=1\\.[01]\
            |performer/@typeCode=PRF|assignedEntity/@classCode=ASSIGNED|country=US\
            |representedOrganization/@(classCode=ORG|determinerCode=INSTANCE)\
            |productInstanceInstance/@(classCode=MMAT|determinerCode=INSTANCE)\
            |kindOfProduct/@(classCode=MMAT|determinerCode=KIND)\
            |formCode/@codeSystem=0\\.4\\.0\\.127\\.0\\.16\\.1\\.1\\.2\\.1\
            """));
        assertThat(without(ours, theirs)).containsOnly("processingModeCode/@code=T");
    }

    @Test
    void the_first_sample_says_what_its_comments_say_it_says() {
        var report = FILES.read(sample(ONE)).batch().whole().getFirst();
        assertThat(report.text("N.1.4")).contains("ZZFDA");
        assertThat(report.text("C.1.1")).contains("US-APHARMA-8744554B");
        assertThat(report.text("FDA.C.1.7.1")).contains("1");
        assertThat(report.missing(Place.of("C.1.9.1"), NullFlavour.NI)).isTrue();
        assertThat(report.text("C.2.r.1.4", 1)).contains("Robertson");
        assertThat(report.text("FDA.C.2.r.2.8", 1)).contains("alladdresses@site.com");
        assertThat(report.text("E.i.2.1b", 2)).contains("10009896");
        assertThat(report.text("E.i.3.2d", 1)).contains("true");
        assertThat(report.missing(Place.of("E.i.3.2a", 1), NullFlavour.NI)).isTrue();
        assertThat(report.text("G.k.1", 3)).contains("2");
        assertThat(report.text("G.k.9.i.2.r.1", 1, 2, 1)).contains("PRIMARY SOURCE REPORTER");
        assertThat(report.text("G.k.9.i.2.r.3", 1, 2, 1)).contains("Suspected");
    }

    @Test
    void the_device_of_the_second_sample_is_read_whole() {
        var report = FILES.read(sample(TWO)).batch().reports().getFirst();
        assertThat(report.text("FDA.G.k.12.r.1", 1, 1)).contains("true");
        assertThat(report.places("FDA.G.k.12.r.3.r")).hasSize(2);
        assertThat(report.text("FDA.G.k.12.r.4", 1, 1)).contains("Brand Name");
        assertThat(report.text("FDA.G.k.12.r.5", 1, 1)).contains("Common Device Name");
    }

    /** FDA's samples put the country of a medicine a second time where the standard has no element for it. */
    @Test
    void what_no_element_describes_is_named_and_not_silently_dropped() {
        assertThat(FILES.read(sample(ONE)).unread())
                .singleElement()
                .asString()
                .endsWith("outboundRelationship2/substanceAdministration/performer");
    }

    @Test
    void a_refusal_and_an_acceptance_are_read() {
        var refused = FILES.acknowledgement(sample("R3ack-negative.ack"));
        assertThat(refused.text("ACK.A.4")).contains("AE");
        assertThat(refused.text("ACK.B.r.6", 1)).contains("CR");
        assertThat(refused.text("ACK.B.r.1", 1)).contains("US-APHARMA-7644554");
        assertThat(refused.text("ACK.B.r.7", 1))
                .hasValueSatisfying(said -> assertThat(said)
                        .startsWith("Element value for SafetyCasePriority With Tag Id FDA.C.1.7.1 is Mandatory."));
        var taken = FILES.acknowledgement(sample("R3ack-positive.ack"));
        assertThat(taken.text("ACK.A.1")).contains("FAERS2022Scenario1-4069-a2dd-08002b30309d");
        assertThat(taken.text("ACK.B.r.6", 1)).contains("CA");
        assertThat(taken.text("ACK.B.r.2", 1)).contains("19426648");
    }

    /** Elements that the samples do not use: a dosage with everything, a test, a blinded product, a nullification. */
    @Test
    void what_the_samples_do_not_use_survives_too() {
        var report = FILES.read(sample(ONE)).batch();
        var more = medicine(people(report.reports().getFirst().changed())).build();
        var sent = new Batch(report.header(), List.of(more, more));
        var again = FILES.read(new ByteArrayInputStream(FILES.write(sent)));
        assertThat(again.unread()).isEmpty();
        assertThat(again.batch().reports()).hasSize(2);
        assertThat(differences(more, again.batch().reports().getLast())).isEmpty();
    }

    private static Icsr.Builder people(Icsr.Builder report) {
        return report.put("C.1.11.1", "1")
                .put("C.1.11.2", "never happened")
                .put("C.1.9.1", "true")
                .put("C.1.9.1.r.1", "PARTNER", 1)
                .put("C.1.9.1.r.2", "DE-PARTNER-7", 1)
                .put("C.1.10.r", "US-APHARMA-1", 1)
                .none("FDA.C.2.r.2.8", NullFlavour.MSK, 1)
                .none("C.2.r.4", NullFlavour.UNK, 1)
                .put("C.5.3", "NCT07146087")
                .put("C.5.4", "1")
                .put("FDA.C.5.5a", "123456")
                .none("FDA.C.5.6.r", NullFlavour.NA, 1);
    }

    private static Icsr.Builder medicine(Icsr.Builder report) {
        return report.put("D.9.1", "20260312")
                .none("D.9.3", NullFlavour.UNK)
                .put("E.i.5", "20141015", 1)
                .put("E.i.6a", "5", 1)
                .put("E.i.6b", "d", 1)
                .put("F.r.1", "20141011", 1)
                .put("F.r.2.2a", "25.0", 1)
                .put("F.r.2.2b", "10022891", 1)
                .put("F.r.3.2", "7.5", 1)
                .put("F.r.3.3", "mg/dL", 1)
                .put("G.k.2.5", "true", 1)
                .put("G.k.4.r.1a", "100", 1, 2)
                .put("G.k.4.r.1b", "mL", 1, 2)
                .put("G.k.4.r.2", "1", 1, 2)
                .put("G.k.4.r.3", "mo", 1, 2)
                .put("G.k.4.r.4", "20141001090000+0100", 1, 2)
                .put("G.k.4.r.5", "20141001094500+0100", 1, 2)
                .put("G.k.4.r.6a", "45", 1, 2)
                .put("G.k.4.r.6b", "min", 1, 2)
                .put("G.k.9.i.3.1a", "90", 1, 2)
                .put("G.k.9.i.3.1b", "min", 1, 2)
                .put("G.k.9.i.4", "3", 1, 2)
                .put("H.3.r.1a", "25.0", 1)
                .put("H.3.r.1b", "10042244", 1)
                .put("H.5.r.1a", "Ein Schlaganfall <am \"vierten\" Tag & später>.", 1)
                .put("H.5.r.1b", "ger", 1);
    }

    private static Set<String> differences(Icsr one, Icsr other) {
        var differences = new TreeSet<String>();
        one.values().forEach((place, value) -> {
            if (!other.value(place).filter(value::equals).isPresent()) {
                differences.add("lost " + place + " " + value);
            }
        });
        other.values().forEach((place, value) -> {
            if (!one.value(place).filter(value::equals).isPresent()) {
                differences.add("new " + place + " " + value);
            }
        });
        return differences;
    }

    private static List<String> without(List<String> some, List<String> others) {
        var left = new ArrayList<>(some);
        others.forEach(left::remove);
        return left;
    }

    private static List<String> leaves(InputStream xml) throws Exception {
        var leaves = new ArrayList<String>();
        collect(
                DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(xml)
                        .getDocumentElement(),
                leaves);
        return leaves;
    }

    private static void collect(Element element, List<String> leaves) {
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            var attribute = attributes.item(i);
            if (!NO_DATA.contains(attribute.getNodeName())) {
                leaves.add(element.getTagName() + "/@" + attribute.getNodeName() + "="
                        + attribute.getNodeValue().strip());
            }
        }
        var children = element.getChildNodes();
        var text = new StringBuilder();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element child) {
                collect(child, leaves);
            } else if (children.item(i) instanceof Text said) {
                text.append(said.getData());
            }
        }
        if (!text.toString().isBlank()) {
            leaves.add(element.getTagName() + "=" + text.toString().strip());
        }
    }
}
