package io.equipoise.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.equipoise.imaging.adapter.dicom.DicomBytes;
import io.equipoise.platform.Acceptance;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From the door on: what lies on disk, in the journal and in what people write names nobody. */
class DeidentifiedScansIT extends Room {
    private static final List<String> HERS = List.of("nobody", "really", "hospital-4711", "19700102", "1970-01-02");

    DeidentifiedScansIT(MongoDatabase database, @LocalServerPort int port) {
        super(database, port);
    }

    @Test
    @Acceptance("IN-7")
    void of_a_name_number_or_day_of_birth_nothing_is_kept_anywhere() throws Exception {
        var anna = anna("DEIDENT1");
        var study = uid();
        uploaded(anna, "BASELINE", image(study, "20250306"));
        for (var collection : database.listCollectionNames()) {
            database.getCollection(collection)
                    .find()
                    .forEach(document -> assertThat(document.toJson().toLowerCase(Locale.ROOT))
                            .as(collection)
                            .doesNotContain(HERS)
                            .doesNotContain(study));
        }
        assertThat(onDisk()).doesNotContain(HERS).doesNotContain(study).contains(anna.toLowerCase(Locale.ROOT));
    }

    @Test
    void the_same_upload_again_is_the_same_scan_and_the_answer_names_what_was_sent() {
        var anna = anna("DEIDENT2");
        var study = uid();
        var first = send(stow(anna, "BASELINE", body(image(study, "20250306"))));
        var again = send(stow(anna, "BASELINE", body(image(study, "20250306"))).header("Idempotency-Key", "again"));
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(again.headers().firstValue("X-Scan"))
                .isEqualTo(first.headers().firstValue("X-Scan"));
        assertThat(first.body()).contains(study + ".1.1").isEqualTo(again.body());
        assertThat(commits(anna)).isEqualTo(1);
    }

    @Test
    void how_it_was_done_is_in_the_journal_and_on_no_topic() {
        var anna = anna("DEIDENT3");
        var scan = uploaded(anna, "BASELINE", image(uid(), "20250306"));
        var journal = database.getCollection("journal")
                .find(Filters.eq("stream", "scan/" + scan))
                .first();
        assertThat(String.valueOf(journal == null ? null : journal.toJson()))
                .contains("ScanDeidentified.v1", "PS3.15 2026c", "113100", "113107");
        var told = STACK.hear("imaging", message -> message.key().equals("scan/" + scan));
        assertThat(told.getLast().value()).doesNotContain("113100", "identity", "originals");
    }

    @Test
    @Acceptance("IN-7")
    void what_people_write_about_a_scan_names_nobody_either() {
        var anna = anna("DEIDENT4");
        var scan = uploaded(anna, "BASELINE", image(uid(), "20250306"));
        for (var text : List.of("Mrs. NOBODY moved", "see hospital 4711", "born 2 Jan 1970")) {
            assertProblem(check(scan, text), 422, "CAPTION_IDENTIFIES", "/findings");
        }
        assertThat(check(scan, "slight movement in FLAIR").statusCode()).isEqualTo(201);
        var read = "{\"readOn\":\"2025-03-08\",\"evaluable\":true,\"contrast\":\"UNKNOWN\",\"comment\":\"%s\"}";
        assertProblem(
                post("/api/scans/" + scan + "/reads", READER, read.formatted("unlike Ms Really's last")),
                422,
                "CAPTION_IDENTIFIES",
                "/comment");
        assertThat(post("/api/scans/" + scan + "/reads", READER, read.formatted("two lesions"))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void an_image_that_shows_text_is_refused_and_leaves_nothing() throws Exception {
        var anna = anna("DEIDENT5");
        var screen = new DicomBytes()
                .text(0x0008_0016, "UI", "1.2.840.10008.5.1.4.1.1.7")
                .text(0x0008_0018, "UI", "2.25.5")
                .text(0x0008_0020, "DA", "20250306")
                .text(0x0008_0060, "CS", "OT")
                .text(0x0010_0010, "PN", "Clara^Shown")
                .text(0x0020_000D, "UI", "2.25.5.1")
                .text(0x0020_000E, "UI", "2.25.5.2");
        var file = DicomBytes.file(DicomBytes.EXPLICIT, "2.25.5", screen);
        assertProblem(send(stow(anna, "BASELINE", body(file))), 422, "DICOM_CLASS_NOT_TAKEN", "part 1", "(0008,0016)");
        assertThat(commits(anna)).isZero();
        assertThat(onDisk()).doesNotContain("clara", "shown");
    }

    private HttpResponse<String> check(String scan, String finding) {
        return post(
                "/api/scans/" + scan + "/quality-checks",
                MONITOR,
                "{\"passed\":true,\"findings\":[\"%s\"],\"on\":\"2025-03-07\"}".formatted(finding));
    }

    private static String onDisk() throws IOException {
        var all = new StringBuilder();
        try (var files = Files.walk(STORE)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString().toLowerCase(Locale.ROOT);
    }
}
