package io.equipoise.imaging.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.equipoise.imaging.Room;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReadingRoomEndpointIT extends Room {
    private static final String PASSED = "{\"passed\":true,\"findings\":[],\"on\":\"2025-03-08\"}";
    private static final String READ = """
        {"readOn":"2025-03-09","evaluable":true,"contrast":"GIVEN","gadoliniumEnhancing":2,"newT2":null,\
        "enlargingT2":null,"totalT2":7327,"comment":"canary-4477"}\
        """;

    private final JsonMapper json;

    ReadingRoomEndpointIT(MongoDatabase database, @LocalServerPort int port, JsonMapper json) {
        super(database, port);
        this.json = json;
    }

    @Test
    void the_worklist_tells_nothing_of_person_place_or_time() {
        var anna = anna("WORK1");
        var baseline = uploaded(anna, "BASELINE", image(uid(), "20250306"));
        var week24 = uploaded(anna, "WEEK_24", image(uid(), "20250826"));
        assertThat(post(quality(baseline), READER, PASSED).statusCode()).isEqualTo(201);
        assertThat(post(quality(week24), READER, PASSED.replace("03-08", "08-28"))
                        .statusCode())
                .isEqualTo(201);
        await().atMost(Duration.ofSeconds(60)).until(() -> waiting(baseline) != null && waiting(week24) != null);
        assertThat(waiting(baseline).toString())
                .isEqualTo(
                        "{\"scan\":\"%s\",\"modality\":\"MR\",\"bodyPart\":\"BRAIN\",\"contrast\":\"GIVEN\",\"prior\":null}"
                                .formatted(baseline));
        assertThat(waiting(week24).path("prior").asString()).isEqualTo(baseline);
        var worklist = get("/api/scans/worklist", READER).body();
        assertThat(worklist).doesNotContain("WORK1", "WEEK_24", "BASELINE", "2025", "\"01\"", "subject", "site");
        var order = scans(worklist);
        assertThat(order).isSorted();
    }

    @Test
    void a_scan_is_checked_then_read_and_leaves_the_worklist() {
        var anna = anna("WORK2");
        var scan = uploaded(anna, "BASELINE", image(uid(), "20250306"));
        assertProblem(post(reads(scan), READER, READ), 409, "QUALITY_NOT_CHECKED");
        var checked = post(quality(scan), MONITOR, PASSED);
        assertThat(checked.statusCode()).isEqualTo(201);
        assertThat(checked.body()).isEqualTo("{\"scan\":\"" + scan + "\"," + PASSED.substring(1));
        var read = post(reads(scan), READER, READ);
        assertThat(read.statusCode()).as(read.body()).isEqualTo(201);
        assertThat(read.body())
                .isEqualTo("{\"scan\":\"%s\",\"readOn\":\"2025-03-09\",\"evaluable\":true}".formatted(scan));
        assertProblem(post(reads(scan), READER, READ), 409, "SCAN_READ_ALREADY");
        assertProblem(post(quality(scan), MONITOR, PASSED), 409, "QUALITY_CHECKED_ALREADY");
        await().atMost(Duration.ofSeconds(60)).until(() -> waiting(scan) == null);
    }

    @Test
    void the_same_read_sent_again_is_the_same_read() {
        var anna = anna("WORK3");
        var scan = uploaded(anna, "BASELINE", image(uid(), "20250306"));
        post(quality(scan), MONITOR, PASSED);
        var key = UUID.randomUUID().toString();
        var first = send(keyed(reads(scan), key, READ));
        var second = send(keyed(reads(scan), key, READ));
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertProblem(send(keyed(reads(scan), key, READ.replace("7327", "7328"))), 409, "COMMAND_ID_REUSED");
    }

    @Test
    void counts_and_comments_are_nowhere_in_clear() {
        var anna = anna("WORK4");
        var scan = uploaded(anna, "BASELINE", image(uid(), "20250306"));
        post(quality(scan), MONITOR, PASSED);
        assertThat(post(reads(scan), READER, READ).statusCode()).isEqualTo(201);
        STACK.hear(
                "imaging",
                record -> record.value().contains(scan) && record.value().contains("readOn"));
        assertThat(STACK.everythingOn("imaging"))
                .contains(scan)
                .doesNotContain("canary-4477", "gadolinium", "totalT2", "counts", "contrast");
        for (var collection : database.listCollectionNames()) {
            for (var document : database.getCollection(collection).find()) {
                assertThat(document.toJson()).doesNotContain("canary-4477", "gadoliniumEnhancing", "totalT2");
            }
        }
        assertThat(get("/api/subjects/" + anna + "/scans", MONITOR).body())
                .doesNotContain("canary-4477", "gadolinium", "totalT2", "counts");
        assertThat(StreamSupport.stream(
                        database.getCollection("journal")
                                .find(Filters.eq("stream", "scan/" + scan))
                                .spliterator(),
                        false))
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|400|FIELD_MISSING|/readOn",
                "{'readOn':'2025-03-09','evaluable':true,'contrast':'MAYBE'}|400|FIELD_MALFORMED|/contrast",
                "{'readOn':'soon','evaluable':true,'contrast':'GIVEN'}|400|FIELD_MALFORMED|/readOn",
                "{'readOn':'2025-03-09','evaluable':true,'contrast':'GIVEN','newT2':1.5}|400|FIELD_MALFORMED|/newT2",
                "{'readOn':'2025-03-09','evaluable':true,'contrast':'GIVEN','lesions':1}|400|FIELD_UNKNOWN|/lesions",
                "{'readOn':'2025-03-09','evaluable':true,'contrast':'GIVEN','newT2':-1}|422|COUNT_OUT_OF_RANGE|/newT2",
                "{'readOn':'2025-03-09','evaluable':true,'contrast':'NOT_GIVEN','gadoliniumEnhancing':0}|422|CONTRAST_NOT_GIVEN|/gadoliniumEnhancing",
                "{'readOn':'2125-03-09','evaluable':true,'contrast':'GIVEN'}|422|IN_THE_FUTURE|/readOn",
                "{'readOn':'2025-03-07','evaluable':true,'contrast':'GIVEN'}|422|TOO_EARLY|/readOn",
            })
    void broken_reads_are_refused_by_field(String body, int status, String code, String field) {
        var anna = anna("WORK5" + code.replace("_", ""));
        var scan = uploaded(anna, "BASELINE", image(uid(), "20250306"));
        post(quality(scan), MONITOR, PASSED);
        assertProblem(post(reads(scan), READER, body.replace('\'', '"')), status, code, field);
        assertThat(database.getCollection("journal").countDocuments(Filters.eq("stream", "scan/" + scan)))
                .isEqualTo(2);
    }

    /** The body is short and its form known: a plain hash of it would be as good as the counts themselves. */
    @Test
    void the_fingerprint_of_a_read_is_no_plain_hash_of_it() throws Exception {
        var anna = anna("WORK6");
        var scan = uploaded(anna, "BASELINE", image(uid(), "20250306"));
        post(quality(scan), MONITOR, PASSED);
        assertThat(post(reads(scan), READER, READ).statusCode()).isEqualTo(201);
        assertThat(fingerprints(scan)).contains(plain(quality(scan), PASSED)).doesNotContain(plain(reads(scan), READ));
    }

    private List<String> fingerprints(String scan) {
        return StreamSupport.stream(
                        database.getCollection("journal")
                                .find(Filters.eq("stream", "scan/" + scan))
                                .spliterator(),
                        false)
                .map(commit -> commit.getString("fingerprint"))
                .toList();
    }

    private static String plain(String door, String body) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        return HexFormat.of().formatHex(digest.digest(("POST " + door + "\n" + body).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_scan_that_is_not_there_is_refused() {
        assertProblem(post(quality("SC-00000000"), MONITOR, PASSED), 404, "SCAN_UNKNOWN");
        assertProblem(post(reads("SC-00000000"), READER, READ), 404, "SCAN_UNKNOWN");
    }

    @Test
    void the_reading_room_is_shut_to_others_and_readers_see_no_people() {
        assertProblem(get("/api/scans/worklist", SITE), 403, "ROLE_NOT_ALLOWED");
        assertProblem(post(reads("SC-00000000"), MONITOR, READ), 403, "ROLE_NOT_ALLOWED");
        assertProblem(post(quality("SC-00000000"), SITE, PASSED), 403, "ROLE_NOT_ALLOWED");
        assertProblem(get("/api/subjects/WORK1-01-0001/scans", READER), 403, "ROLE_NOT_ALLOWED");
        assertProblem(get("/api/studies/WORK1/missing-scans", READER), 403, "ROLE_NOT_ALLOWED");
    }

    private JsonNode waiting(String scan) {
        for (var item : json.readTree(get("/api/scans/worklist", READER).body()).path("scans")) {
            if (item.path("scan").asString().equals(scan)) {
                return item;
            }
        }
        return null;
    }

    private List<String> scans(String worklist) {
        return StreamSupport.stream(json.readTree(worklist).path("scans").spliterator(), false)
                .map(item -> item.path("scan").asString())
                .toList();
    }

    private HttpRequest.Builder keyed(String path, String key, String body) {
        return request(path, READER)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static String quality(String scan) {
        return "/api/scans/" + scan + "/quality-checks";
    }

    private static String reads(String scan) {
        return "/api/scans/" + scan + "/reads";
    }
}
