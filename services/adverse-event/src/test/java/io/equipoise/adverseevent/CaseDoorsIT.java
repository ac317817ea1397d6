package io.equipoise.adverseevent;

import static io.equipoise.adverseevent.Doors.OFFICER;
import static io.equipoise.adverseevent.Doors.SITE;
import static io.equipoise.adverseevent.Wing.ANNA;
import static io.equipoise.adverseevent.Wing.CLARA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.web.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A safety officer makes a case of an event, keeps it, reports it, and puts it in order with the clinical record. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CaseDoorsIT implements InTheWing {
    private static final Duration SOON = Duration.ofSeconds(60);
    private final MongoDatabase database;
    private final Doors doors;
    private final CaseDoors cases;

    CaseDoorsIT(@Autowired MongoDatabase database, @LocalServerPort int port) {
        this.database = database;
        this.doors = new Doors(port);
        this.cases = new CaseDoors(doors);
    }

    @BeforeEach
    void others_have_told() {
        Wing.settle(database);
    }

    @Test
    void a_case_is_opened_and_its_clock_explains_itself() {
        var made = cases.open(cases.serious(ANNA, "Anaphylaxis"), "2025-03-11T16:40", "EU-CTR", "FDA-IND");
        var caseId = made.text("case");
        assertThat(made.text("safetyReportId")).isEqualTo("DE-EQUIPOISE-" + caseId);
        var clocks = doors.get(CaseDoors.path(caseId) + "/clocks", OFFICER).body();
        assertThat(clocks.size()).isEqualTo(2);
        var eu = clocks.get(0);
        assertThat(eu.path("clock").asString()).isEqualTo("EU-CTR/OTHER/1");
        assertThat(eu.path("due").asString()).isEqualTo("2025-03-26");
        assertThat(eu.path("tooLateFrom").asString()).isEqualTo("2025-03-26T23:00:00Z");
        assertThat(eu.path("state").asString()).isEqualTo("LATE");
        assertThat(eu.path("because").toString())
                .contains(
                        "Tuesday 11 March 2025 at 16:40",
                        "Article 42(2)(b)",
                        "Nobody has judged whether it is unexpected");
        for (var page : List.of("/api/safety/clocks", "/safety/clocks", "/safety/cases", "/safety/cases/" + caseId)) {
            await().atMost(SOON).until(() -> doors.get(page, OFFICER).text().contains(caseId));
        }
    }

    @Test
    void a_report_stops_the_clock_and_significant_news_starts_another() {
        var caseId = cases.opened(ANNA, "Sepsis");
        var sent = doors.post(CaseDoors.path(caseId) + "/submissions", OFFICER, """
            {"authority":"EU-CTR","sentAt":"2025-03-20T10:00","complete":true,"reference":"batch-7"}\
            """);
        assertThat(sent.text("kind")).isEqualTo("INITIAL");
        assertThat(sent.body().path("covers").asInt()).isEqualTo(1);
        var receipt = doors.post(CaseDoors.path(caseId) + "/submissions/1/acknowledgement", OFFICER, """
            {"receipt":"ACCEPTED","at":"2025-03-20T10:05","reference":"ack-7"}\
            """);
        assertThat(receipt.status()).isEqualTo(201);
        var told = doors.post(
                CaseDoors.path(caseId) + "/information",
                OFFICER,
                CaseDoors.information("2025-04-01T09:00", "\"significant\":true"));
        assertThat(told.body().path("information").asInt()).isEqualTo(2);
        var clocks = doors.get(CaseDoors.path(caseId) + "/clocks", OFFICER).body();
        assertThat(clocks.get(0).path("state").asString()).isEqualTo("MET");
        assertThat(clocks.get(1).path("clock").asString()).isEqualTo("EU-CTR/FOLLOW_UP/2");
        assertThat(clocks.get(1).path("due").asString()).isEqualTo("2025-04-16");
        var whole = doors.get(CaseDoors.path(caseId), OFFICER).body();
        assertThat(whole.path("submissions").get(0).path("receipt").asString()).isEqualTo("ACCEPTED");
    }

    @Test
    void a_clock_at_risk_is_written_down_once() {
        var received = Instant.now().minus(14, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        var made = cases.open(cases.serious(ANNA, "Stroke"), received.toString(), "EU-CTR");
        var caseId = made.text("case");
        var risks = Filters.and(Filters.eq("stream", "case/" + caseId), Filters.eq("facts.type", "CaseClockAtRisk.v1"));
        await().atMost(SOON).until(() -> database.getCollection("journal").countDocuments(risks) == 1);
        await().during(Duration.ofSeconds(3))
                .atMost(SOON)
                .until(() -> database.getCollection("journal").countDocuments(risks) == 1);
    }

    @Test
    void what_the_record_says_otherwise_is_listed_until_it_is_explained_or_taken() {
        var event = cases.serious(ANNA, "Fall");
        var caseId = cases.open(event, "2025-03-11T16:40", "EU-CTR").text("case");
        cases.amended(event, "Fracture");
        assertThat(cases.differences(caseId)).isEqualTo("TERM OPEN, OUTCOME OPEN");
        var explained = doors.post(CaseDoors.path(caseId) + "/explanations", OFFICER, """
            {"event":"%s","field":"OUTCOME","explanation":"the discharge letter came later"}\
            """.formatted(event));
        assertThat(explained.status()).isEqualTo(201);
        assertThat(cases.differences(caseId)).isEqualTo("TERM OPEN, OUTCOME EXPLAINED");
        assertThat(doors.post(CaseDoors.path(caseId) + "/explanations", OFFICER, """
            {"event":"%s","field":"DOSE","explanation":"none"}\
            """.formatted(event))
                        .text("code"))
                .isEqualTo("DIFFERENCE_UNKNOWN");
        doors.post(CaseDoors.path(caseId) + "/events", OFFICER, """
            {"event":"%s","reason":"the site's correction"}\
            """.formatted(event));
        assertThat(cases.differences(caseId)).isEqualTo("TERM MENDED, OUTCOME MENDED");
        assertThat(doors.get("/api/safety/differences", OFFICER).body().toString())
                .contains(caseId);
    }

    @Test
    void a_file_comes_back_as_it_was_kept_and_lies_encrypted() {
        var caseId = cases.opened(ANNA, "Rash");
        var pdf = "%PDF-1.7 discharge of a named person".getBytes(StandardCharsets.UTF_8);
        var kept = cases.attach(caseId, "application/pdf", "discharge.pdf", pdf);
        assertThat(kept.status()).as(kept.text()).isEqualTo(201);
        assertThat(kept.body().path("size").asInt()).isEqualTo(pdf.length);
        var back = doors.get(CaseDoors.path(caseId) + "/files/" + kept.text("file"), OFFICER);
        assertThat(back.text()).startsWith("%PDF-1.7 discharge");
        assertThat(database.getCollection("case_files.chunks")
                        .find()
                        .into(new ArrayList<>())
                        .toString())
                .doesNotContain("discharge");
        assertThat(cases.attach(caseId, "application/pdf", "fake.pdf", new byte[] {'M', 'Z'})
                        .text("code"))
                .isEqualTo("FILE_TYPE_NOT_TAKEN");
        assertThat(cases.attach(caseId, "text/plain", "empty.txt", new byte[0]).text("code"))
                .isEqualTo("FILE_EMPTY");
        assertThat(doors.get(CaseDoors.path(caseId) + "/files/none", OFFICER).text("code"))
                .isEqualTo("FILE_UNKNOWN");
        assertThat(cases.attach(caseId, "application/pdf", "big.pdf", new byte[9_000_000])
                        .status())
                .isEqualTo(413);
    }

    @Test
    void a_duplicate_is_found_and_merged_and_both_numbers_are_kept() {
        var first = cases.opened(ANNA, "Pneumonia");
        var second = cases.opened(ANNA, "Pneumonia");
        var path = CaseDoors.path(first) + "/duplicates";
        await().atMost(SOON)
                .until(() -> doors.get(path, OFFICER).body().toString().contains(second));
        var merged = doors.post(path, OFFICER, """
            {"duplicate":"%s","reason":"the same admission"}\
            """.formatted(second));
        assertThat(merged.status()).as(merged.text()).isEqualTo(201);
        var whole = doors.get(CaseDoors.path(first), OFFICER).body();
        assertThat(whole.path("otherNumbers").toString()).contains("DE-EQUIPOISE-" + second);
        assertThat(doors.get(CaseDoors.path(second), OFFICER)
                        .body()
                        .path("mergedInto")
                        .asString())
                .isEqualTo(first);
        assertThat(doors.post(CaseDoors.path(second) + "/narrative", OFFICER, "{\"narrative\":\"more\"}")
                        .text("code"))
                .isEqualTo("CASE_MERGED");
    }

    @Test
    void a_nullified_case_stays_readable_and_its_clock_stands_down() {
        var caseId = cases.opened(ANNA, "Nausea");
        var nullified =
                doors.post(CaseDoors.path(caseId) + "/nullification", OFFICER, "{\"reason\":\"the wrong person\"}");
        assertThat(nullified.status()).isEqualTo(201);
        assertThat(doors.get(CaseDoors.path(caseId), OFFICER)
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("NULLIFIED");
        assertThat(doors.get(CaseDoors.path(caseId) + "/clocks", OFFICER)
                        .body()
                        .get(0)
                        .path("state")
                        .asString())
                .isEqualTo("STOOD_DOWN");
    }

    @Test
    void a_case_is_about_one_person_of_a_site_that_one_may_enter() {
        var hers = cases.serious(ANNA, "Cough");
        var other = cases.serious(CLARA, "Cough");
        var both = CaseDoors.opening("\"" + hers + "\",\"" + other + "\"", "\"EU-CTR\"", "2025-03-11T16:40");
        assertThat(doors.post("/api/safety/cases", OFFICER, both).text("code")).isEqualTo("ANOTHER_SUBJECT");
        var elsewhere = TestStack.shared().token("saf-09", Role.SAFETY_OFFICER, "09");
        var one = CaseDoors.opening("\"" + hers + "\"", "\"EU-CTR\"", "2025-03-11T16:40");
        assertThat(doors.post("/api/safety/cases", elsewhere, one).text("code")).isEqualTo("OTHER_SITE");
        assertThat(doors.post("/api/safety/cases", SITE, one).text("code")).isEqualTo("ROLE_NOT_ALLOWED");
        var caseId = doors.post("/api/safety/cases", OFFICER, one).text("case");
        assertThat(doors.get(CaseDoors.path(caseId), elsewhere).text("code")).isEqualTo("OTHER_SITE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        "office":"Europe/Berlin"         | "office":"+01:00"                 | 400 | FIELD_MALFORMED     | /office
        "receivedAt":"2025-03-11T16:40"  | "receivedAt":"yesterday"          | 400 | FIELD_MALFORMED     | /receivedAt
        "receivedAt":"2025-03-11T16:40"  | "receivedAt":"+999999-01-01T00:00"| 400 | FIELD_MALFORMED     | /receivedAt
        "receivedAt":"2025-03-11T16:40"  | "receivedAt":"2999-01-01T00:00"   | 422 | IN_THE_FUTURE       | /receivedAt
        "authorities":["EU-CTR"]         | "authorities":["MARS"]            | 422 | AUTHORITY_UNKNOWN   | /authorities
        "authorities":["EU-CTR"]         | "authorities":[]                  | 422 | AUTHORITY_MISSING   | /authorities
        "country":"DE"                   | "country":"Germany"               | 422 | COUNTRY_INVALID     | /country
        "reporter":"PHYSICIAN"           | "reporter":"NURSE"                | 400 | FIELD_MALFORMED     | /reporter
        "what":"the site's report"       | "what":" "                        | 422 | REASON_MISSING      | /what
        "what":"the site's report"       | "what":"x","arm":"A"              | 400 | FIELD_UNKNOWN       | /arm
        """)
    void broken_input_is_refused_by_field_and_leaves_no_fact(
            String good, String bad, int status, String code, String pointer) {
        var body = CaseDoors.opening("\"" + cases.serious(ANNA, "Cough") + "\"", "\"EU-CTR\"", "2025-03-11T16:40");
        var before = cases.commits(database);
        assertThat(body).contains(good);
        var answer = doors.post("/api/safety/cases", OFFICER, body.replace(good, bad));
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.body().path("pointers").toString()).contains(pointer);
        assertThat(cases.commits(database)).isEqualTo(before);
    }
}
