package io.equipoise.imaging.adapter.dicom.stow;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.equipoise.imaging.Room;
import io.equipoise.platform.web.Role;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

class StowEndpointIT extends Room {
    private static final String DOOR = "/api/dicom-web/studies";

    StowEndpointIT(MongoDatabase database, @LocalServerPort int port) {
        super(database, port);
    }

    @Test
    void an_image_is_stored_and_answered_in_dicom_json() throws Exception {
        var anna = anna("STOW1");
        var study = uid();
        var image = image(study, "20250306");
        var answer = send(stow(anna, "BASELINE", body(image)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/dicom+json");
        assertThat(answer.headers().firstValue("X-Scan").orElseThrow()).matches("SC-[0-9A-HJKMNP-TV-Z]{8}");
        assertThat(answer.body()).isEqualTo("""
            {"00081190":{"vr":"UR"},"00081199":{"vr":"SQ","Value":[{"00081150":{"vr":"UI","Value":\
            ["1.2.840.10008.5.1.4.1.1.4"]},"00081155":{"vr":"UI","Value":["%s.1.1"]},"00081190":{"vr":"UR"}}]}}\
            """.formatted(study));
        assertThat(new String(kept(anna), StandardCharsets.ISO_8859_1))
                .doesNotContain("Nobody", "Really", "HOSPITAL-4711", "19700102", "20250306", study)
                .contains(anna, "113100");
        assertThat(commits(anna)).isEqualTo(1);
    }

    @Test
    void the_same_image_twenty_times_at_once_is_one_fact_and_one_answer() throws Exception {
        var anna = anna("STOW2");
        var study = uid();
        var body = body(image(study, "20250306"));
        Callable<HttpResponse<String>> once = () -> send(stow(anna, "BASELINE", body));
        try (var racers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    racers.invokeAll(IntStream.range(0, 20).mapToObj(i -> once).toList());
            var scan = answers.getFirst().get().headers().firstValue("X-Scan");
            for (var answer : answers) {
                assertThat(answer.get().statusCode()).as(answer.get().body()).isEqualTo(200);
                assertThat(answer.get().headers().firstValue("X-Scan")).isEqualTo(scan);
                assertThat(answer.get().body())
                        .isEqualTo(answers.getFirst().get().body());
            }
        }
        assertThat(commits(anna)).isEqualTo(1);
    }

    @Test
    void the_same_study_with_other_bytes_is_refused_in_the_terms_that_the_sender_speaks() {
        var anna = anna("STOW3");
        var study = uid();
        uploaded(anna, "BASELINE", image(study, "20250306"));
        var other = body(image(study, "20250307"));
        assertProblem(send(stow(anna, "BASELINE", other)), 409, "SCAN_DIFFERS", "(0020,000d)");
        var inDicom = send(stow(anna, "BASELINE", other).header("Accept", "application/dicom+json"));
        assertThat(inDicom.statusCode()).isEqualTo(409);
        assertThat(inDicom.headers().firstValue("Warning").orElseThrow()).contains("SCAN_DIFFERS");
        assertThat(inDicom.body()).contains("\"00081198\"", "\"00081197\":{\"vr\":\"US\",\"Value\":[273]}", study);
        assertThat(commits(anna)).isEqualTo(1);
    }

    @Test
    void the_same_key_for_another_scan_is_refused() {
        var anna = anna("STOW4");
        var first = uid();
        var second = uid();
        assertThat(send(stow(anna, "BASELINE", body(image(first, "20250306"))).header("Idempotency-Key", "k-stow4"))
                        .statusCode())
                .isEqualTo(200);
        assertProblem(
                send(stow(anna, "BASELINE", body(image(second, "20250306"))).header("Idempotency-Key", "k-stow4")),
                409,
                "COMMAND_ID_REUSED");
        assertThat(commits(anna)).isEqualTo(1);
    }

    @Test
    void a_truncated_file_is_refused_by_part_and_tag_and_nothing_of_the_request_is_kept() throws Exception {
        var anna = anna("STOW5");
        var study = uid();
        var good = image(study, "20250306");
        var cut = Arrays.copyOf(good, good.length - 10);
        var answer = send(stow(anna, "BASELINE", body(good, cut)));
        assertProblem(answer, 422, "DICOM_TRUNCATED", "part 2: (7fe0,0010) at byte", "announces 32 bytes, 22 are left");
        assertThat(answer.body()).contains("\"pointers\":[\"/parts/2\"]");
        assertThat(commits(anna)).isZero();
        assertNothingLeftIncoming();
    }

    @Test
    void a_body_that_breaks_off_is_refused() throws Exception {
        var anna = anna("STOW6");
        var study = uid();
        var whole = body(image(study, "20250306"));
        assertProblem(
                send(stow(anna, "BASELINE", Arrays.copyOf(whole, whole.length - 12))),
                400,
                "MULTIPART_MALFORMED",
                "part 1");
        assertThat(commits(anna)).isZero();
        assertNothingLeftIncoming();
    }

    @Test
    void more_than_the_limit_is_refused_announced_or_not() throws Exception {
        var anna = anna("STOW7");
        var large = new byte[2_000_000];
        assertProblem(send(stow(anna, "BASELINE", body(large))), 413, "BODY_TOO_LARGE", "300000");
        var chunked = body(large);
        assertProblem(
                send(stow(anna, "BASELINE", new byte[0])
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(chunked)))),
                413,
                "BODY_TOO_LARGE",
                "300000");
        assertNothingLeftIncoming();
    }

    @Test
    void other_content_is_refused() {
        var anna = anna("STOW8");
        var study = uid();
        var body = body(image(study, "20250306"));
        assertProblem(
                send(stow(anna, "BASELINE", body).setHeader("Content-Type", "application/dicom")),
                415,
                "NOT_MULTIPART_RELATED");
        assertProblem(
                send(stow(anna, "BASELINE", body)
                        .setHeader("Content-Type", "multipart/related; type=\"application/json\"; boundary=BB")),
                415,
                "NOT_MULTIPART_RELATED");
        assertProblem(
                send(stow(anna, "BASELINE", body)
                        .setHeader("Content-Type", "multipart/related; type=\"application/dicom\"")),
                400,
                "MULTIPART_MALFORMED",
                "boundary");
        assertProblem(
                send(stow(
                        anna,
                        "BASELINE",
                        "--BB\r\nContent-Type: image/png\r\n\r\nx\r\n--BB--".getBytes(StandardCharsets.US_ASCII))),
                415,
                "PART_NOT_DICOM",
                "part 1");
        assertProblem(send(stow(anna, "BASELINE", new byte[0])), 400, "MULTIPART_MALFORMED", "boundary");
        assertProblem(
                send(stow(anna, "BASELINE", body(new byte[2000]))), 422, "DICOM_NOT_PART_10", "part 1", "byte 128");
        assertThat(commits(anna)).isZero();
    }

    @Test
    void headers_that_name_nobody_or_nothing_are_refused() {
        var anna = anna("STOW9");
        var study = uid();
        var body = body(image(study, "20250306"));
        assertProblem(
                send(stow(anna, "BASELINE", body).setHeader("X-Subject", " ")), 400, "HEADER_MISSING", "X-Subject");
        assertProblem(send(stow("anna", "BASELINE", body)), 400, "HEADER_MALFORMED", "X-Subject");
        assertProblem(send(stow(anna, "week 24!", body)), 400, "HEADER_MALFORMED", "X-Time-Point");
        assertProblem(send(stow("STOW9-01-0404", "BASELINE", body)), 404, "SUBJECT_UNKNOWN");
        assertProblem(send(stow(anna, "WEEK_99", body)), 422, "TIME_POINT_UNKNOWN", "X-Time-Point");
        assertThat(commits(anna)).isZero();
    }

    @Test
    void images_that_are_not_one_scan_are_refused() {
        var anna = anna("STOW10");
        var study = uid();
        var image = image(study, "20250306");
        assertProblem(send(stow(anna, "BASELINE", body(image, image(uid(), "20250306")))), 409, "SEVERAL_STUDIES");
        assertProblem(send(stow(anna, "BASELINE", body(image, image))), 409, "INSTANCE_TWICE");
        assertThat(commits(anna)).isZero();
    }

    @Test
    void a_scan_of_tomorrow_is_refused() {
        var anna = anna("STOW11");
        var study = uid();
        var later = LocalDate.now(ZoneOffset.UTC).plusDays(2).toString().replace("-", "");
        assertProblem(send(stow(anna, "BASELINE", body(image(study, later)))), 422, "IN_THE_FUTURE", "(0008,0022)");
        assertThat(commits(anna)).isZero();
    }

    @Test
    void the_door_is_shut_to_other_sites_and_other_roles() {
        var anna = anna("STOW12");
        var body = body(image(uid(), "20250306"));
        var otherSite = STACK.token("coordinator-02", Role.SITE_COORDINATOR, "02");
        assertProblem(send(stow(anna, "BASELINE", body).setHeader("Authorization", otherSite)), 403, "OTHER_SITE");
        assertProblem(send(stow(anna, "BASELINE", body).setHeader("Authorization", READER)), 403, "ROLE_NOT_ALLOWED");
        assertThat(send(request(DOOR, "Bearer nonsense").POST(BodyPublishers.ofByteArray(body)))
                        .statusCode())
                .isEqualTo(401);
    }

    private static void assertNothingLeftIncoming() throws IOException {
        try (var left = Files.list(STORE.resolve("incoming"))) {
            assertThat(left).isEmpty();
        }
    }
}
