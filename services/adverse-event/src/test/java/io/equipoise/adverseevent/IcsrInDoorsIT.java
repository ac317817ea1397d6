package io.equipoise.adverseevent;

import static io.equipoise.adverseevent.Doors.OFFICER;
import static io.equipoise.adverseevent.Doors.SITE;
import static io.equipoise.adverseevent.Wing.ANNA;
import static io.equipoise.adverseevent.Wing.STUDY;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.CaseCommand.Submit;
import io.equipoise.adverseevent.domain.PatientCharacteristics;
import io.equipoise.adverseevent.domain.Receipt;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.web.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** What comes in: an authority's answer, a partner's report; and papers that people take away. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class IcsrInDoorsIT implements InTheWing {
    private static final String BOARD = TestStack.shared().token("dsb-01", Role.DATA_SAFETY_BOARD, "*");
    private static final JsonMapper JSON = new JsonMapper();
    private final SafetyOffice office;
    private final Doors doors;

    IcsrInDoorsIT(@Autowired AutowireCapableBeanFactory beans, @LocalServerPort int port) {
        this.office = beans.createBean(SafetyOffice.class);
        this.doors = new Doors(port);
    }

    @BeforeEach
    void others_have_told() {
        office.others_have_told();
    }

    @Test
    void an_answer_of_the_authority_is_recorded_with_its_submission_and_its_objections() throws IOException {
        var opened = office.open(doors);
        office.does(
                opened.caseId(),
                new Submit(
                        "FDA-IND",
                        Instant.parse("2025-03-12T08:00:00Z"),
                        1,
                        true,
                        "FAERS2022Scenario2-4069-a2dd-08002b30309d",
                        Instant.now()));
        var answer = resource("R3ack-negative.ack")
                .replace("US-APHARMA-7644554", opened.number())
                .replace("20220815101246-0400", "20250313101246-0400");
        var taken = doors.post("/api/safety/icsr-acknowledgements", OFFICER, file(answer));
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        assertThat(taken.body().path(0).path("recorded").asBoolean())
                .as(taken.text())
                .isTrue();
        assertThat(taken.body().path(0).path("receipt").asString()).isEqualTo("REJECTED");
        var state = office.state(opened.caseId());
        assertThat(state.answer(1)).hasValueSatisfying(recorded -> {
            assertThat(recorded.receipt()).isEqualTo(Receipt.REJECTED);
            assertThat(recorded.reference()).isEqualTo("19426650");
        });
        var unknown = doors.post("/api/safety/icsr-acknowledgements", OFFICER, file(resource("R3ack-positive.ack")));
        assertThat(unknown.body().path(0).path("code").asString()).isEqualTo("ACKNOWLEDGEMENT_UNMATCHED");
    }

    @Test
    void a_partners_report_becomes_a_case_with_its_worldwide_number() throws IOException {
        var body = received(resource("FAERS2022Scenario1.xml"), "[3,4]");
        var made = doors.post("/api/safety/received-reports", OFFICER, "partner-1", body);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.text("worldwideId")).isEqualTo("US-APHARMA-8744554B");
        assertThat(made.body().path("events")).hasSize(2);
        var state = office.state(made.text("case"));
        assertThat(state.events())
                .extracting(event -> event.account().term())
                .containsExactly("THROMBOSE VEINEUSE PROFONDE", "COLITE ISCHEMIQUE");
        assertThat(state.events())
                .allSatisfy(event -> assertThat(event.account().serious()).isTrue());
        assertThat(state.narrative()).isPresent();
        assertThat(state.patient().sex()).isEqualTo(PatientCharacteristics.Sex.MALE);
        var again = doors.post("/api/safety/received-reports", OFFICER, "partner-1", body);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("case")).isEqualTo(made.text("case"));
    }

    @Test
    void what_a_partners_report_lacks_is_named_and_nothing_is_recorded() throws IOException {
        var refused = doors.post(
                "/api/safety/received-reports", OFFICER, received(resource("FAERS2022Scenario1.xml"), "[3]"));
        assertThat(refused.code()).isEqualTo("REPORT_INCOMPLETE");
        assertThat(refused.text()).contains("/grades/1");
        var hostile =
                "<!DOCTYPE x [<!ENTITY a \"b\">]><MCCI_IN200100UV01 xmlns=\"urn:hl7-org:v3\">&a;</MCCI_IN200100UV01>";
        assertThat(doors.post("/api/safety/received-reports", OFFICER, received(hostile, "[3]"))
                        .code())
                .isEqualTo("XML_DOCTYPE");
    }

    @Test
    void papers_are_for_the_safety_office_and_arms_stand_in_none_of_the_blinded() {
        var opened = office.open(doors);
        var form = doors.get("/api/safety/cases/" + opened.caseId() + "/cioms", OFFICER);
        assertThat(form.status()).isEqualTo(200);
        assertThat(form.text()).startsWith("%PDF-");
        var listing = "/api/safety/studies/" + STUDY + "/line-listing?from=2025-01-01&to=2025-12-31";
        assertThat(doors.get(listing, OFFICER).text()).contains(opened.number()).doesNotContain("treatment");
        assertThat(doors.get(listing, SITE).status()).isEqualTo(403);
        var open = doors.post(
                "/api/safety/studies/" + STUDY + "/unblinded/line-listing",
                BOARD,
                "{\"from\":\"2025-01-01\",\"to\":\"2025-12-31\",\"format\":\"csv\"}");
        assertThat(open.text()).contains(opened.number()).contains(",treatment").contains(",blinded");
        var summary = doors.get(
                "/api/safety/studies/" + STUDY + "/serious-events-summary?until=2026-01-01&format=html", BOARD);
        assertThat(summary.text()).contains("infusion related reaction").contains("blinded");
        assertThat(doors.get("/api/safety/cases/SC-NONE/icsr", OFFICER).code()).isEqualTo("CASE_UNKNOWN");
        assertThat(doors.get("/api/safety/cases/" + opened.caseId() + "/icsr?profile=EMA", OFFICER)
                        .code())
                .isEqualTo("FIELD_MALFORMED");
    }

    private static String received(String xml, String grades) {
        var body = JSON.createObjectNode()
                .put("file", xml)
                .put("subject", ANNA)
                .put("receivedAt", "2025-03-15T08:00:00Z")
                .put("office", "Europe/Berlin");
        body.set("grades", JSON.readTree(grades));
        body.set("authorities", JSON.readTree("[\"FDA-IND\"]"));
        return body.toString();
    }

    private static String file(String xml) {
        return JSON.writeValueAsString(JSON.createObjectNode().put("file", xml));
    }

    private static String resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(IcsrInDoorsIT.class.getResourceAsStream("/e2b/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
