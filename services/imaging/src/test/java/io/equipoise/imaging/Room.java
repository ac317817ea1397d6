package io.equipoise.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.equipoise.contracts.SubjectId;
import io.equipoise.imaging.adapter.dicom.DicomBytes;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.web.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestConstructor;

/** The imaging service on a real broker and store, and the words in which tests speak to it. Each test has its own study. */
@SpringBootTest(
        classes = ImagingService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "equipoise.imaging.upload-limit=300000",
            "equipoise.imaging.sweep-every=200ms",
            "equipoise.imaging.missing-after=0s"
        })
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public abstract class Room {
    protected static final TestStack STACK = TestStack.shared();
    protected static final String SITE = STACK.token("coordinator-01", Role.SITE_COORDINATOR, "01");
    protected static final String READER = STACK.token("reader-01", Role.IMAGING_READER, "*");
    protected static final String MONITOR = STACK.token("monitor-01", Role.MONITOR, "*");
    protected static final Path STORE = temporary();
    protected static final LocalDate LONG_AGO = LocalDate.parse("2025-03-11");

    protected final MongoDatabase database;
    protected final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    protected Room(MongoDatabase database, @LocalServerPort int port) {
        this.database = database;
        this.port = port;
    }

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        TestStack.configure(registry);
        registry.add("equipoise.imaging.store", STORE::toString);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("dicom");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A study with a scan at baseline and one at week 24, and its first person. */
    protected String anna(String study) {
        STACK.tell("studies", "study/" + study, 1, "StudyDefined.v1", """
            {"study":"%s","version":1,"title":"t","definition":{"study":"%s","imaging":{
             "modality":{"basis":"stated","value":"MR"},
             "scans":{"basis":"assumed","value":[{"scan":"BASELINE","day":0},{"scan":"WEEK_24","day":168}]}}},
             "assumptions":[],"gaps":[]}\
            """.formatted(study, study));
        return person(study, 1);
    }

    protected String person(String study, int number) {
        var subject = "%s-01-%04d".formatted(study, number);
        STACK.tell("enrolment", "subject/" + subject, 1, "SubjectRegistered.v1", """
            {"subject":"%s","study":"%s","site":"01","screenedOn":"2025-03-03"}\
            """.formatted(subject, study));
        await().atMost(Duration.ofSeconds(60)).until(() -> found("subjects", subject) && found("studies", study));
        return subject;
    }

    /** A calendar from day 0, as the dosing schedule tells it. */
    protected void planned(String subject, LocalDate day0) {
        planned(subject, 1, day0, "PLANNED");
        await().atMost(Duration.ofSeconds(60)).until(() -> found("expected", subject + "/WEEK_24"));
    }

    protected void planned(String subject, long version, LocalDate day0, String state) {
        var week24 = day0.plusDays(168);
        STACK.tell(
                "dosing",
                "calendar/" + subject,
                version,
                version == 1 ? "CalendarPlanned.v1" : "CalendarRecalculated.v1",
                """
                {"subject":"%s","study":"%s","site":"01","day0":"%s","because":"test","entries":[
                 {"entry":"DOSE_1","title":"Infusion 1","kind":"DOSE","dose":1,"day":0,"planned":"%s","state":"PLANNED"},
                 {"entry":"WEEK_24","title":"Week 24 MRI","kind":"SCAN","day":168,"planned":"%s",
                  "earliest":"%s","latest":"%s","state":"%s"}]}\
                """.formatted(
                                subject,
                                subject.substring(0, subject.indexOf('-')),
                                day0,
                                day0,
                                week24,
                                week24.minusDays(14),
                                week24.plusDays(14),
                                state));
    }

    protected void withdrawn(String subject, long version, String on, String scope) {
        STACK.tell("enrolment", "subject/" + subject, version, "SubjectWithdrawn.v1", """
            {"subject":"%s","study":"%s","site":"01","on":"%s","scope":"%s","reason":"r"}\
            """.formatted(
                        subject, subject.substring(0, subject.indexOf('-')), on, scope));
    }

    protected boolean found(String collection, String id) {
        return database.getCollection(collection).find(Filters.eq("_id", id)).first() != null;
    }

    /** How many scans of a person were received. */
    protected long commits(String subject) {
        return database.getCollection("journal").countDocuments(received(subject));
    }

    /** The one image that is kept of a person. */
    protected byte[] kept(String subject) {
        var commit = Objects.requireNonNull(
                database.getCollection("journal").find(received(subject)).first());
        var images = commit.getList("facts", Document.class)
                .getFirst()
                .get("data", Document.class)
                .get("images", Document.class);
        var sha256 = images.getList("instances", Document.class).getFirst().getString("sha256");
        try {
            return Files.readAllBytes(
                    STORE.resolve("sha256").resolve(sha256.substring(0, 2)).resolve(sha256 + ".dcm"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Bson received(String subject) {
        var id = SubjectId.parse(subject).orElseThrow();
        return Filters.elemMatch(
                "facts",
                Filters.and(
                        Filters.eq("type", "ScanReceived.v1"),
                        Filters.eq("data.subject.study", id.study()),
                        Filters.eq("data.subject.number", id.number())));
    }

    protected static String uid() {
        return "2.25." + new BigInteger(UUID.randomUUID().toString().replace("-", ""), 16);
    }

    protected static byte[] image(String dicomStudy, String date) {
        return DicomBytes.image(dicomStudy, dicomStudy + ".1.1", date);
    }

    protected static byte[] body(byte[]... parts) {
        var body = new ByteArrayOutputStream();
        for (var part : parts) {
            body.writeBytes("--BB\r\nContent-Type: application/dicom\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            body.writeBytes(part);
            body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        body.writeBytes("--BB--\r\n".getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }

    protected HttpRequest.Builder stow(String subject, String timePoint, byte[] body) {
        return request("/api/dicom-web/studies", SITE)
                .header("Content-Type", "multipart/related; type=\"application/dicom\"; boundary=BB")
                .header("X-Subject", subject)
                .header("X-Time-Point", timePoint)
                .POST(BodyPublishers.ofByteArray(body));
    }

    protected HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", token);
    }

    protected HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    protected HttpResponse<String> get(String path, String token) {
        return send(request(path, token).GET());
    }

    protected HttpResponse<String> post(String path, String token, String json) {
        return send(request(path, token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(json)));
    }

    /** Uploads one image and gives the scan's number. */
    protected String uploaded(String subject, String timePoint, byte[] image) {
        var answer = send(stow(subject, timePoint, body(image)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.headers().firstValue("X-Scan").orElseThrow();
    }

    protected static void assertProblem(HttpResponse<String> answer, int status, String code, String... says) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
        for (var words : says) {
            assertThat(answer.body()).contains(words);
        }
    }
}
