package io.equipoise.studydesign.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.platform.Refusal;
import io.equipoise.studydesign.adapter.rest.DefinitionText.Format;
import io.equipoise.studydesign.adapter.rest.DefinitionText.Read;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DefinitionTextTest {

    @Test
    void yaml_and_json_read_alike() {
        var yaml = "study: S1\ncap: 20\nsites: ['01', NO, on]\nasked: true\ndose: {number: '1.0e10'}\n";
        var json = "{\"study\":\"S1\",\"cap\":20,\"sites\":[\"01\",\"NO\",\"on\"],\"asked\":true,"
                + "\"dose\":{\"number\":\"1.0e10\"}}";
        assertThat(read(Format.YAML, yaml))
                .isEqualTo(read(Format.JSON, json))
                .isEqualTo(new Read.Tree(Map.of(
                        "study",
                        "S1",
                        "cap",
                        20,
                        "sites",
                        List.of("01", "NO", "on"),
                        "asked",
                        true,
                        "dose",
                        Map.of("number", "1.0e10"))));
    }

    @Test
    void a_day_stays_text() {
        assertThat(read(Format.YAML, "on: 2026-11-22")).isEqualTo(new Read.Tree(Map.of("on", "2026-11-22")));
    }

    @Test
    void a_field_named_twice_is_refused_with_its_line() {
        var reason = unreadable(Format.YAML, "study: S1\ndesign:\n  ratio: 1\n  ratio: 2\n");
        assertThat(reason.detail()).contains("Line 4").contains("ratio");
        assertThat(reason.pointers()).containsExactly("/design");
        assertThat(unreadable(Format.JSON, "{\"study\":\"S1\",\n\"study\":\"S2\"}")
                        .detail())
                .contains("Line 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &x [1]\nb: *x",
                "a: &x 1",
                "b: *nobody",
                "a: &a [&b [1,1],*b,*b]\nb: [*a,*a,*a]",
                "a: !!java.lang.String x",
                "a: !<tag:x,2000:y> [1]",
                "a: ~",
                "a: 1\n---\nb: 2"
            })
    void what_yaml_can_hide_is_refused(String yaml) {
        assertThat(unreadable(Format.YAML, yaml).detail()).contains("Line ");
    }

    @Test
    void a_fraction_must_be_text() {
        var reason = unreadable(Format.YAML, "dosing:\n  amounts:\n    - {number: 2.4e13}\n");
        assertThat(reason.pointers()).containsExactly("/dosing/amounts/0/number");
        assertThat(reason.detail()).contains("Line 3").contains("2.4e13");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void broken_text_is_refused_with_its_line(Format format) {
        assertThat(unreadable(format, "{\"study\": \"S1\",\n\"title\": [").detail())
                .contains("Line ");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void something_that_is_no_object_is_refused(Format format) {
        assertThat(unreadable(format, "[1]").code()).isEqualTo("DEFINITION_UNREADABLE");
        assertThat(unreadable(format, "").code()).isEqualTo("DEFINITION_UNREADABLE");
    }

    @Test
    void bytes_that_are_no_utf8_are_refused() {
        var read = new DefinitionText(Format.YAML, new byte[] {'a', ':', ' ', (byte) 0xC3, (byte) 0x28}).read();
        assertThat(((Read.Unreadable) read).reason().detail()).contains("UTF-8");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void a_thousand_brackets_are_refused_and_do_not_crash(Format format) {
        assertThat(unreadable(format, "{\"a\":" + "[".repeat(100_000)).code()).isEqualTo("DEFINITION_UNREADABLE");
    }

    @Test
    void more_after_the_end_is_refused() {
        assertThat(unreadable(Format.JSON, "{} {}").detail()).contains("more");
    }

    private static Read read(Format format, String text) {
        return new DefinitionText(format, text.getBytes(StandardCharsets.UTF_8)).read();
    }

    private static Refusal unreadable(Format format, String text) {
        var read = read(format, text);
        assertThat(read).isInstanceOf(Read.Unreadable.class);
        return ((Read.Unreadable) read).reason();
    }
}
