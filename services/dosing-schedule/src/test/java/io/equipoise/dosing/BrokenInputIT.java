package io.equipoise.dosing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.OnTheStack;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.web.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestConstructor;

/** Broken input at every door is a problem that names the field, and leaves no fact behind. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class BrokenInputIT implements OnTheStack {
    private static final TestStack STACK = TestStack.shared();
    private static final Others OTHERS = new Others(STACK, "NCT00000009");
    private static boolean told;

    private final Desk desk;

    BrokenInputIT(@Autowired MongoDatabase database, @LocalServerPort int port) {
        this.desk = Desk.of(database, port);
    }

    @BeforeEach
    void annaIsReadyForHerFirstInfusion() {
        if (!told) {
            desk.readyForTheFirst(OTHERS);
            told = true;
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "dose":1 | "dose":"1" | 400 | FIELD_MALFORMED | /dose
        "dose":1 | "dose":1.5 | 400 | FIELD_MALFORMED | /dose
        "dose":1 | "dose":null | 400 | FIELD_M | /dose
        "dose":1, | "doze":1, | 400 | FIELD_ | /do
        "dose":1 | "dose":1,"arm":"X" | 400 | FIELD_UNKNOWN | /arm
        "dose":1 | "dose":1,"dose":2 | 400 | JSON_MALFORMED | line 1
        "dose":1 | "dose":9 | 422 | DOSE_UNKNOWN | /dose
        "K-1-1" | null | 422 | KIT_MISSING | /kit
        "dose":1 | "dose":1,"amount":{"number":"much","unit":"mg"} | 422 | AMOUNT_MALFORMED | /amount
        "dose":1 | "dose":1,"amount":{"number":"1"} | 400 | FIELD_MISSING | /amount/unit
        "dose":1 | "dose":1,"amount":{"number":1,"unit":"mg"} | 400 | FIELD_MALFORMED | /amount/number
        "dose":1 | "dose":1,"pick":"7" | 422 | PICK_NOT_ASKED | /pick
        "dose":1 | "dose":1,"weight":{"kg":"70 kg","weighedOn":"2025-03-11"} | 422 | WEIGHT_MALFORMED | /weight/kg
        "dose":1 | "dose":1,"weight":{"kg":"70","weighedOn":"today"} | 400 | FIELD_MALFORMED | /weight/weighedOn
        "dose":1 | "dose":1,"strength":[{"number":"1","unit":"mg","per":"CUP"}] | 400 | FIELD_MALFORMED | /strength
        "dose":1 | "dose":1,"strength":[{"number":"1","unit":"mg","per":"KG"}] | 422 | AMOUNT_MALFORMED | /strength
        "dose":1 | "dose":1,"strength":[null] | 400 | FIELD_MISSING | /strength/0
        "dose":1 | "dose":1,"route":"INTRATHECAL" | 409 | ROUTE_NOT_ALLOWED | /route
        "dose":1 | "dose":1,"details":{"MOOD":"good"} | 422 | DETAIL_MALFORMED | /details/MOOD
        "dose":1 | "dose":1,"details":{"EYE":null} | 422 | DETAIL_MALFORMED | /details/EYE
        "dose":1 | "dose":1,"details":[] | 400 | FIELD_MALFORMED | /details
        "K-1-1" | "" | 409 | KIT_NOT_DISPENSED_TO_SUBJECT | /kit
        "100","unit" | 100,"unit" | 400 | FIELD_MALFORMED | /volume/number
        "100" | "1e3" | 422 | VOLUME_MALFORMED | /volume/number
        "100" | "NaN" | 422 | VOLUME_MALFORMED | /volume/number
        "100" | "100,0" | 422 | VOLUME_MALFORMED | /volume/number
        "100" | "101" | 422 | VOLUME_DIFFERS | /volume
        "mL" | "ml" | 422 | VOLUME_DIFFERS | /volume
        ,"unit":"mL" | `` | 400 | FIELD_MISSING | /volume/unit
        2025-03-11T09:00:00Z | 2025-02-30T09:00:00Z | 400 | FIELD_MALFORMED | /startedAt
        2025-03-11T09:00:00Z | 2025-03-11T09:00:00 | 400 | FIELD_MALFORMED | /startedAt
        2025-03-11T09:00:00Z | yesterday | 400 | FIELD_MALFORMED | /startedAt
        "2025-03-11T09:00:00Z" | 1741683600 | 400 | FIELD_MALFORMED | /startedAt
        2025-03-11T09:00:00Z | -1000000000-01-01T00:00:00Z | 409 | TOO_EARLY | /startedAt
        2025-03-11T09:45:00Z | +1000000000-12-31T23:59:59Z | 422 | IN_THE_FUTURE | /stoppedAt
        2025-03-11T09:45:00Z | 2025-03-11T08:45:00Z | 422 | STOP_BEFORE_START | /stoppedAt
        "interruptions":[] | "interruptions":[null] | 400 | FIELD_MISSING | /interruptions/0
        "interruptions":[] | "interruptions":{} | 400 | FIELD_MALFORMED | /interruptions
        "interruptions":[] | "interruptions":[],"acceptDeviation":7 | 400 | FIELD_MALFORMED | /acceptDeviation
        """)
    void a_broken_infusion_is_refused_by_field(String is, String becomes, int status, String code, String pointer) {
        var whole = desk.infusion(1, 1, "2025-03-11", null);
        assertThat(whole).contains(is);
        var answer = desk.ward()
                .post(
                        "/api/subjects/" + OTHERS.subject(1) + "/administrations",
                        whole.replace(is, becomes == null ? "" : becomes));
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.code()).startsWith(code);
        assertThat(answer.text()).contains(pointer);
        assertThat(desk.commits(OTHERS.subject(1))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"on":"2025-02-29","reason":"fever"} | 400 | FIELD_MALFORMED | /on
        {"on":"03/11/2025","reason":"fever"} | 400 | FIELD_MALFORMED | /on
        {"on":"2025-03-12"} | 400 | FIELD_MISSING | /reason
        {"on":"2025-03-12","reason":""} | 422 | REASON_MISSING | /reason
        {"on":"2025-03-12","reason":"fever","until":"2025-03-13"} | 400 | FIELD_UNKNOWN | /until
        {"on":"9999-12-31","reason":"fever"} | 422 | IN_THE_FUTURE | /on
        {"on":"+999999999-12-31","reason":"fever"} | 422 | IN_THE_FUTURE | /on
        {"on":"-999999999-01-01","reason":"fever"} | 422 | BEFORE_DAY_ZERO | /on
        [] | 400 | FIELD_MALFORMED | ``
        null | 400 | `` | ``
        {"on": | 400 | JSON_MALFORMED | ``
        """)
    void a_broken_hold_is_refused_by_field(String body, int status, String code, String pointer) {
        for (var how : new String[] {"hold", "release", "missed"}) {
            var answer = desk.ward().post("/api/subjects/%s/doses/1/%s".formatted(OTHERS.subject(1), how), body);
            assertThat(answer.status()).as(answer.text()).isEqualTo(status);
            assertThat(answer.code()).startsWith(code);
            assertThat(answer.text()).contains(pointer);
        }
        assertThat(desk.commits(OTHERS.subject(1))).isEqualTo(1);
    }

    @Test
    void a_broken_address_is_refused_by_name() {
        var hold = "{\"on\":\"2025-03-12\",\"reason\":\"fever\"}";
        var anna = "/api/subjects/" + OTHERS.subject(1);
        assertThat(desk.ward().post(anna + "/doses/one/hold", hold).code()).isEqualTo("PARAMETER_MALFORMED");
        assertThat(desk.ward().post(anna + "/doses/99999999999/hold", hold).code())
                .isEqualTo("PARAMETER_MALFORMED");
        assertThat(desk.ward().get("/api/subjects/anna/calendar").code()).isEqualTo("SUBJECT_UNKNOWN");
        assertThat(desk.ward().get("/api/subjects/NCT00000009-01-0404/calendar").status())
                .isEqualTo(404);
        assertThat(desk.ward().get("/api/studies/NCT00000009/due").status()).isEqualTo(400);
        assertThat(desk.ward().get("/api/studies/NCT00000009/due?on=2025-02-30").code())
                .isEqualTo("PARAMETER_MALFORMED");
    }

    @Test
    void the_doors_are_shut_to_other_sites_and_other_roles() {
        var anna = "/api/subjects/" + OTHERS.subject(1);
        var body = desk.infusion(1, 1, "2025-03-11", null);
        var otherSite = desk.ward().as(STACK.token("coord-02", Role.SITE_COORDINATOR, "02"));
        assertThat(otherSite.get(anna + "/calendar").code()).isEqualTo("OTHER_SITE");
        assertThat(otherSite.post(anna + "/administrations", body).code()).isEqualTo("OTHER_SITE");
        var pharmacist = desk.ward().as(STACK.token("pharm-01", Role.PHARMACIST, "01"));
        assertThat(pharmacist.post(anna + "/administrations", body).code()).isEqualTo("ROLE_NOT_ALLOWED");
        assertThat(pharmacist.get(anna + "/calendar").status()).isEqualTo(200);
        var reader = desk.ward().as(STACK.token("read-01", Role.IMAGING_READER, "*"));
        assertThat(reader.get(anna + "/calendar").code()).isEqualTo("ROLE_NOT_ALLOWED");
        assertThat(reader.get("/api/studies/NCT00000009/due?on=2025-03-11").code())
                .isEqualTo("ROLE_NOT_ALLOWED");
        assertThat(desk.ward().as("Bearer nonsense").get(anna + "/calendar").status())
                .isEqualTo(401);
        assertThat(desk.commits(OTHERS.subject(1))).isEqualTo(1);
    }
}
