package io.equipoise.local.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.SubjectId;
import io.equipoise.contracts.envelope.Enclosed;
import io.equipoise.contracts.envelope.OpeningKey;
import io.equipoise.contracts.envelope.SealedEnvelope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A code is broken with a file and two people, and nothing else is there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenEnvelopeTest {
    private static final SubjectId ANNA = new SubjectId("NCT07146087", "01", 1);
    private static final Instant SEALED_AT = Instant.parse("2025-06-01T08:00:00Z");
    private static final Instant NIGHT = Instant.parse("2025-06-02T21:14:00Z");
    private static final OpeningKey KEY = new OpeningKey("0123456789abcdef".repeat(4));
    private static final String SLOPES = "fedcba9876543210".repeat(4);
    private static final String ONE = KEY.share(1, SLOPES).text();
    private static final String OTHER = KEY.share(2, SLOPES).text();

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Path envelope;

    @BeforeEach
    void an_envelope_lies_in_the_safe() throws IOException {
        envelope = folder.resolve("anna.envelope");
        var enclosed = new Enclosed(ANNA, "CANARY_EXO", "Exosomes in full");
        Files.writeString(
                envelope,
                SealedEnvelope.seal(enclosed, KEY, SEALED_AT, new byte[12]).text());
    }

    @Test
    void two_people_open_it_and_the_report_is_written_without_the_arm() throws IOException {
        assertThat(open(List.of("--share", ONE, "--share", OTHER), "Dr. Weiss", "OVERDOSE", "seizure at night"))
                .isTrue();
        assertThat(said()).contains(ANNA + " is given: CANARY_EXO (Exosomes in full)");
        var report = Files.readString(reports().getFirst());
        assertThat(report).doesNotContain("CANARY", "Exosomes");
        var opened = JsonMapper.builder().build().readTree(report);
        assertThat(opened.path("subject").asString()).isEqualTo(ANNA.toString());
        assertThat(opened.path("openedAt").asString()).isEqualTo(NIGHT.toString());
        assertThat(opened.path("openedBy").asString()).isEqualTo("Dr. Weiss");
        assertThat(opened.path("category").asString()).isEqualTo("OVERDOSE");
        assertThat(opened.path("reason").asString()).isEqualTo("seizure at night");
    }

    @Test
    void shares_that_are_not_given_are_asked_for() throws IOException {
        assertThat(open(List.of(), ONE, OTHER, "Dr. Weiss", "OVERDOSE", "seizure at night"))
                .isTrue();
        assertThat(said()).contains("CANARY_EXO");
    }

    @Test
    void one_persons_share_is_not_enough_even_twice() throws IOException {
        assertThat(open(List.of("--share", ONE, "--share", ONE))).isFalse();
        assertThat(open(List.of("--share", ONE), "")).isFalse();
        nothingIsShown();
    }

    @Test
    void a_wrong_share_opens_nothing() throws IOException {
        var another = new OpeningKey("ff".repeat(32));
        var wrong = another.share(2, SLOPES).text();
        assertThat(open(List.of("--share", ONE, "--share", wrong))).isFalse();
        assertThat(open(List.of("--share", another.share(1, SLOPES).text(), "--share", wrong)))
                .isFalse();
        assertThat(open(List.of("--share", ONE, "--share", OTHER.replace(OTHER.charAt(30), '-'))))
                .isFalse();
        nothingIsShown();
    }

    @Test
    void an_envelope_that_was_changed_opens_nothing() throws IOException {
        var text = Files.readString(envelope);
        for (var changed : List.of(
                text.replace("-0001", "-0002"),
                text.replace("2025-06-01", "2025-06-02"),
                text.replaceFirst("sealed: .", "sealed: B"),
                text.replace("sealed-envelope.v1", "letter"))) {
            Files.writeString(envelope, changed);
            assertThat(open(List.of("--share", ONE, "--share", OTHER), "x", "OTHER", "long enough"))
                    .isFalse();
        }
        nothingIsShown();
    }

    @Test
    void without_name_category_and_reason_it_stays_shut() throws IOException {
        var shares = List.of("--share", ONE, "--share", OTHER);
        assertThat(open(shares, "", "OVERDOSE", "seizure at night")).isFalse();
        assertThat(open(shares, "Dr. Weiss", "CURIOSITY", "seizure at night")).isFalse();
        assertThat(open(shares, "Dr. Weiss", "OVERDOSE", "urgent")).isFalse();
        nothingIsShown();
    }

    private boolean open(List<String> options, String... answers) throws IOException {
        var args = new ArrayList<>(List.of(envelope.toString()));
        args.addAll(options);
        var left = new ArrayList<>(List.of(answers));
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new OpenEnvelope(question -> left.removeFirst(), out, Clock.fixed(NIGHT, ZoneOffset.UTC)).open(args);
    }

    private void nothingIsShown() throws IOException {
        assertThat(said()).doesNotContain("CANARY", "Exosomes");
        assertThat(reports()).isEmpty();
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private List<Path> reports() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".opened")).toList();
        }
    }
}
