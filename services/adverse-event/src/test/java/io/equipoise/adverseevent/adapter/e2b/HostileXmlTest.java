package io.equipoise.adverseevent.adapter.e2b;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equipoise.adverseevent.application.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of people who mean harm are refused, and cost no more than a bounded part of memory. */
class HostileXmlTest {
    private static final E2bFiles FILES = new E2bFiles();
    private static final String OPEN = "<MCCI_IN200100UV01 xmlns=\"urn:hl7-org:v3\">";
    private static final int MANY = 50 << 20;

    @Test
    void a_file_of_this_machine_cannot_be_read_out(@TempDir Path folder) throws IOException {
        var secret = Files.writeString(folder.resolve("secret.txt"), "the arm of everybody");
        refused("""
            <!DOCTYPE x [<!ENTITY read SYSTEM "%s">]>
            <MCCI_IN200100UV01 xmlns="urn:hl7-org:v3"><id extension="&read;"/><name>&read;</name></MCCI_IN200100UV01>\
            """.formatted(secret.toUri()), "XML_DOCTYPE");
    }

    @Test
    void another_machine_is_not_asked_for_a_document_type() {
        refused("<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/e2b.dtd\">" + OPEN + "</MCCI_IN200100UV01>", "XML_DOCTYPE");
        refused(
                "<!DOCTYPE x [<!ENTITY % all SYSTEM \"http://127.0.0.1:1/e\"> %all;]>" + OPEN + "</MCCI_IN200100UV01>",
                "XML_DOCTYPE");
    }

    @Test
    void entities_that_multiply_are_not_multiplied() {
        var laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"lol\">");
        for (int i = 1; i < 30; i++) {
            laughs.append(
                    "<!ENTITY a%d \"%s\">".formatted(i, "&a%d;".formatted(i - 1).repeat(10)));
        }
        refused(laughs + "]>" + OPEN + "<name>&a29;</name></MCCI_IN200100UV01>", "XML_DOCTYPE");
    }

    @Test
    void an_entity_that_nobody_declared_is_refused() {
        refused(OPEN + "<name>&unknown;</name></MCCI_IN200100UV01>", "XML_BROKEN", "XML_DOCTYPE");
    }

    /** 50 MB each: in one text, in one attribute, in one comment, in small elements of one message, and in small messages. */
    @Test
    void fifty_megabytes_are_refused_before_they_are_read() {
        tooLarge("<name>", i -> "x".repeat(1024));
        tooLarge("<name code=\"", i -> "x".repeat(1024));
        tooLarge("<!-- ", i -> "x".repeat(1024));
        tooLarge("<PORR_IN049016UV>", i -> "<id/>".repeat(200));
        tooLarge("", i -> "<PORR_IN049016UV><id/></PORR_IN049016UV>".repeat(25));
    }

    private static void tooLarge(String start, IntFunction<String> part) {
        var endless = new Endless(OPEN + start, part);
        var runtime = Runtime.getRuntime();
        System.gc();
        var before = runtime.totalMemory() - runtime.freeMemory();
        assertThatThrownBy(() -> FILES.read(endless))
                .isInstanceOfSatisfying(
                        Unreadable.class, refused -> assertThat(refused.code()).isEqualTo("XML_TOO_LARGE"));
        System.gc();
        var kept = runtime.totalMemory() - runtime.freeMemory() - before;
        assertThat(endless.given).isLessThanOrEqualTo((10 << 20) + (64 << 10)).isLessThan(MANY);
        assertThat(kept).isLessThan(8L << 20);
    }

    @Test
    void elements_inside_elements_end_somewhere() {
        refused(OPEN + "<a>".repeat(100_000), "XML_TOO_DEEP");
    }

    @Test
    void what_is_no_xml_or_something_else_is_refused() {
        refused("not xml", "XML_BROKEN");
        refused("", "XML_BROKEN");
        refused(OPEN + "<id>", "XML_BROKEN");
        refused("<MCCI_IN200100UV01/>", "NOT_E2B");
        refused("<html xmlns=\"urn:hl7-org:v3\"/>", "NOT_E2B");
    }

    @Test
    void an_answer_is_read_with_the_same_care() {
        assertThatThrownBy(() -> FILES.acknowledgement(stream("<!DOCTYPE x []><MCCI_IN200101UV01/>")))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("document type");
    }

    private static void refused(String xml, String... codes) {
        AbstractThrowableAssert<?, ?> thrown = assertThatThrownBy(() -> FILES.read(stream(xml)));
        thrown.isInstanceOfSatisfying(
                Unreadable.class, refused -> assertThat(refused.code()).isIn((Object[]) codes));
    }

    private static InputStream stream(String xml) {
        return new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
    }

    /** Fifty megabytes that are made while they are read. */
    private static final class Endless extends InputStream {
        private final IntFunction<String> part;
        private byte[] now;
        private int at;
        private int parts;
        private int given;

        Endless(String start, IntFunction<String> part) {
            this.now = start.getBytes(StandardCharsets.UTF_8);
            this.part = part;
        }

        @Override
        public int read() {
            if (at == now.length) {
                if (given > MANY) {
                    return -1;
                }
                now = part.apply(parts++).getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            given++;
            return now[at++];
        }

        @Override
        public int read(byte[] into, int from, int length) {
            for (int i = 0; i < length; i++) {
                var one = read();
                if (one < 0) {
                    return i == 0 ? -1 : i;
                }
                into[from + i] = (byte) one;
            }
            return length;
        }
    }
}
