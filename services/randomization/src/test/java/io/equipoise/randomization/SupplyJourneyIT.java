package io.equipoise.randomization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.OnTheStack;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.web.Role;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Kits from the lot to their destruction through the real doors, and nothing of what is in them outside. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SupplyJourneyIT implements OnTheStack {
    private static final TestStack STACK = TestStack.shared();
    private static final String STUDY = "SUPPLY1";
    private static final String AT = "/api/studies/" + STUDY;
    private static final String DEPOT = STACK.token("pha-00", Role.PHARMACIST, "*");
    private static final String COORDINATOR = STACK.token("coo-01", Role.SITE_COORDINATOR, "01");

    private final MongoDatabase database;
    private final Doors doors;

    SupplyJourneyIT(@Autowired MongoDatabase database, @LocalServerPort int port) {
        this.database = database;
        this.doors = new Doors(port);
    }

    @Test
    void kits_are_packed_from_released_lots_sent_warmed_released_and_destroyed() throws Exception {
        othersTellOfTheStudy();
        lotsAreTestedAndReleased();
        kitsArePackedAndSent();
        theLoggerIsRead();
        theBlindedSeeCounts();
        kitsAreDestroyedAndAccountedFor();
        resupplyIsOfSitesThatAreOpen();
        nothingTellsAKind();
    }

    private void resupplyIsOfSitesThatAreOpen() throws Exception {
        var plan = "{'depot':'D1','firstOn':'2025-03-03','everyDays':7,'horizonDays':28,"
                + "'levels':[{'site':'%s','minimum':1,'maximum':2}]}";
        Doors.refused(
                doors.post(AT + "/resupply-plan", DEPOT, "elsewhere", plan.formatted("09")), 409, "SITE_NOT_OPEN");
        made("/resupply-plan", "plan", plan.formatted("01"));
        assertThat(made("/resupply-decisions", "decide-resupply", "{'on':'2025-03-03'}")
                        .path("levels")
                        .get(0)
                        .path("ordered")
                        .intValue())
                .isEqualTo(2);
    }

    private void lotsAreTestedAndReleased() throws Exception {
        var lot =
                "{'lot':'CANARY-E1','product':'CANARY product','kind':'CANARY_EXO','source':'CANARY cord','passage':3,"
                        + "'strengths':[{'number':'2.4e10','unit':'particles','per':'uL'}],'panel':[%s],"
                        + "'expiresOn':'2027-06-30','doNotShipDays':60,'doNotDispenseDays':30}";
        var panel = "{'test':'sterility','mandatory':true},"
                + "{'test':'endotoxin','mandatory':true,'unit':'EU/mL','highest':'0.5'}";
        made("/lots", "lot-1", lot.formatted(panel));
        made(
                "/lots",
                "lot-2",
                lot.formatted("").replace("CANARY-E1", "CANARY-N1").replace("_EXO", "_NACL"));
        var release = "{'lot':'CANARY-E1','verdict':'RELEASED','reason':'panel passed','at':'2025-02-20T08:00:00Z'}";
        var early = doors.post(AT + "/lot-decisions", DEPOT, "early", release);
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.body()).contains("LOT_TESTS_NOT_PASSED", "sterility is missing", "endotoxin is missing");
        var result = "{'lot':'CANARY-E1','test':'%s','text':'negative','passed':true,'on':'2025-02-19'}";
        made("/lot-tests", "test-1", result.formatted("sterility"));
        assertThat(made("/lot-tests", "test-2", result.formatted("endotoxin"))
                        .path("flagged")
                        .toString())
                .isEqualTo("[\"endotoxin\"]");
        made("/lot-decisions", "release-1", release);
        made("/lot-decisions", "release-2", release.replace("CANARY-E1", "CANARY-N1"));
    }

    private void kitsArePackedAndSent() throws Exception {
        made("/depots", "depot", "{'depot':'D1','title':'Central depot'}");
        var kits = IntStream.range(0, 8)
                .mapToObj(n -> "{'kit':'K-%d','type':'CANARY_%s','lot':'CANARY-%s1'}"
                        .formatted(71 + n, n % 2 == 0 ? "EXO" : "NACL", n % 2 == 0 ? "E" : "N"))
                .collect(Collectors.joining(","));
        var packed = made(
                "/packings",
                "pack",
                "{'depot':'D1','packagingLot':'P-71','kits':[%s],'storage':{'lowest':'-90','highest':'-65','minutesOutside':30}}"
                        .formatted(kits));
        assertThat(packed.path("lastDispenseDay").stringValue()).isEqualTo("2027-05-31");
        var asked = doors.post(
                AT + "/shipments",
                COORDINATOR,
                "ask",
                "{'depot':'D1','site':'01','sets':2,'requestedOn':'2025-02-24'}");
        assertThat(asked.body())
                .isEqualTo(("{\"study\":\"SUPPLY1\",\"shipment\":\"S-0001\",\"site\":\"01\",\"sets\":2,"
                        + "\"requestedOn\":\"2025-02-24\"}"));
        var sent = made("/shipments/S-0001/dispatch", "send", "{'sentAt':'2025-02-25T08:00:00Z'}");
        assertThat(sent.path("kits").toString()).isEqualTo("[\"K-71\",\"K-72\",\"K-73\",\"K-74\"]");
        var received = doors.post(
                AT + "/shipments/S-0001/receipt",
                COORDINATOR,
                "receive",
                "{'counted':4,'intact':['K-71','K-72','K-73'],'damaged':['K-74'],'receivedAt':'2025-02-26T08:00:00Z'}");
        assertThat(received.statusCode()).as(received.body()).isEqualTo(201);
    }

    private void theLoggerIsRead() throws Exception {
        var read = doors.post(
                AT + "/shipments/S-0001/temperatures",
                COORDINATOR,
                "read",
                "{'readings':[{'at':'2025-02-25T08:00:00Z','degrees':'-80'},{'at':'2025-02-25T12:00:00Z','degrees':'-20.5'},"
                    + "{'at':'2025-02-25T13:00:00Z','degrees':'-80'}]}");
        assertThat(read.body()).contains("\"excursion\":true", "\"minutesOutside\":60", "K-73");
        assertThat(stock().path("certain").intValue()).isZero();
        Doors.refused(
                doors.post(
                        AT + "/shipments/S-0001/excursion-decision",
                        COORDINATOR,
                        "decide",
                        "{'verdict':'RELEASE','reason':'so','at':'2025-02-27T08:00:00Z'}"),
                403,
                "ROLE_NOT_ALLOWED");
        var decision = "{'verdict':'RELEASE','reason':'CANARY stands it','at':'2025-02-27T08:00:00Z'}";
        made("/shipments/S-0001/excursion-decision", "decide", decision);
    }

    private void theBlindedSeeCounts() throws Exception {
        var stock = stock();
        assertThat(stock.path("certain").intValue()).isOne();
        assertThat(stock.path("packings").get(0).path("onShelf").intValue()).isEqualTo(3);
        assertThat(stock.path("packings").get(0).path("withheld").booleanValue())
                .isFalse();
        var log = doors.get("/api/sites/01/accountability?study=" + STUDY, COORDINATOR)
                .body();
        assertThat(World.JSON
                        .readTree(log)
                        .valueStream()
                        .map(kit -> kit.path("kit").stringValue() + " "
                                + kit.path("state").stringValue()))
                .containsExactly("K-71 ON_SHELF", "K-72 ON_SHELF", "K-73 ON_SHELF", "K-74 DAMAGED");
        Doors.refused(doors.get("/api/sites/02/stock?study=" + STUDY, COORDINATOR), 403, "OTHER_SITE");
    }

    private void kitsAreDestroyedAndAccountedFor() throws Exception {
        var destroyed = doors.post(
                AT + "/kit-destructions",
                COORDINATOR,
                "destroy",
                "{'site':'01','kits':['K-74'],'witness':'inv-01','certificate':'C-1','reason':'CANARY"
                        + " broke','destroyedAt':'2025-03-01T08:00:00Z'}");
        assertThat(destroyed.statusCode()).as(destroyed.body()).isEqualTo(201);
        var back = doors.post(
                AT + "/kit-returns",
                COORDINATOR,
                "back",
                "{'site':'01','depot':'D1','kits':['K-71'],'sentAt':'2025-03-02T08:00:00Z'}");
        assertThat(back.body()).contains("S-0002");
        var arrived = "{'counted':1,'intact':['K-71'],'damaged':[],'receivedAt':'2025-03-03T08:00:00Z'}";
        Doors.refused(doors.post(AT + "/shipments/S-0002/receipt", COORDINATOR, "arrived", arrived), 403, "OTHER_SITE");
        made("/shipments/S-0002/receipt", "arrived", arrived);
        var history = World.JSON.readTree(
                doors.get(AT + "/kits/K-74/history", Doors.PHARMACIST).body());
        assertThat(history.path("type").stringValue()).isEqualTo("CANARY_NACL");
        assertThat(history.path("history")
                        .valueStream()
                        .map(step -> step.path("what").stringValue()))
                .containsExactly("LotDecided", "KitsPacked", "ShipmentSent", "ShipmentReceived", "KitsDestroyed");
        assertThat(doors.get(AT + "/kits/K-73/history", Doors.PHARMACIST).body())
                .contains("sterility passed", "S-0001, 60 min outside, -80 to -20.5 C", "released: CANARY stands it");
        Doors.refused(doors.get(AT + "/kits/K-74/history", COORDINATOR), 403, "ROLE_NOT_ALLOWED");
    }

    private void nothingTellsAKind() {
        STACK.hear(
                "randomization",
                told -> TestStack.typeOf(told).equals("KitsDestroyed.v1")
                        && told.value().contains(STUDY));
        assertThat(STACK.everythingOn("randomization"))
                .contains("ShipmentRequested", "ShipmentSent", "ShipmentReceived", "ExcursionFound")
                .doesNotContain("CANARY");
        var raw = new StringBuilder();
        database.getCollection("journal").find().forEach(commit -> raw.append(commit.toJson()));
        assertThat(raw.toString())
                .contains("KitsPacked.v1")
                .doesNotContain("CANARY-E1", "CANARY cord", "CANARY stands");
    }

    private JsonNode stock() throws Exception {
        return World.JSON.readTree(
                doors.get("/api/sites/01/stock?study=" + STUDY, COORDINATOR).body());
    }

    private JsonNode made(String door, String key, String body) throws Exception {
        HttpResponse<String> answer = doors.post(AT + door, DEPOT, "supply-" + key, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return World.JSON.readTree(answer.body());
    }

    private void othersTellOfTheStudy() {
        var definition =
                World.definition(List.of("CANARY_EXO", "CANARY_NACL"), "[]").replace(World.STUDY, STUDY);
        STACK.tell("studies", "study/" + STUDY, 1, "StudyDefined.v1", definition.replace('\'', '"'));
        STACK.tell(
                "studies",
                "study/" + STUDY,
                2,
                "SiteOpened.v1",
                "{'study':'SUPPLY1','site':'01','zone':'Europe/Berlin'}".replace('\'', '"'));
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        database.getCollection("studies").countDocuments(new Document("_id", STUDY).append("heard", 2L))
                                == 1);
    }
}
