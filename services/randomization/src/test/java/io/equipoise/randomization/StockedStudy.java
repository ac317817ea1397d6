package io.equipoise.randomization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.web.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;

/** A study with two released lots, two sets at site 01, two at the depot, and doses to come, made through the doors. */
record StockedStudy(String study, Doors doors, MongoDatabase database) {
    private static final TestStack STACK = TestStack.shared();
    private static final String DEPOT = STACK.token("pha-00", Role.PHARMACIST, "*");
    private static final List<String> KINDS = List.of("EXOSOMES", "SALINE");

    void make() throws Exception {
        others();
        for (var kind : KINDS) {
            made("lots", kind, """
                {'lot':'LOT-%1$s','product':'%1$s product','kind':'%1$s','source':'cord','strengths':[],'panel':[{'test':'endotoxin',\
                'mandatory':true,'unit':'EU/mL'}],'expiresOn':'%2$s','doNotShipDays':60,'doNotDispenseDays':30}\
                """.formatted(kind, LocalDate.now().plusDays(200)));
            made("lot-tests", kind, """
                {'lot':'LOT-%s','test':'endotoxin','text':'negative','passed':true,'on':'2025-02-19'}\
                """.formatted(kind));
            made("lot-decisions", kind, """
                {'lot':'LOT-%s','verdict':'RELEASED','reason':'panel passed','at':'2025-02-20T08:00:00Z'}\
                """.formatted(kind));
        }
        made("depots", "depot", "{'depot':'D1','title':'Central depot'}");
        made("packings", "pack", """
            {'depot':'D1','packagingLot':'P-71','kits':[%s],'storage':{'lowest':'-90','highest':'-65','minutesOutside':30}}\
            """.formatted(kits()));
        made("shipments", "ask", "{'depot':'D1','site':'01','sets':2,'requestedOn':'2025-02-24'}");
        made("shipments/S-0001/dispatch", "send", "{'sentAt':'2025-02-25T08:00:00Z'}");
        made(
                "shipments/S-0001/receipt",
                "receive",
                "{'counted':4,'intact':['K-71','K-72','K-73','K-74'],'damaged':[],'receivedAt':'2025-02-26T08:00:00Z'}");
    }

    /** The logger says an hour at minus 20. */
    void isWarmed() throws Exception {
        made("shipments/S-0001/temperatures", "warm", """
            {'readings':[{'at':'2025-02-25T12:00:00Z','degrees':'-20'},{'at':'2025-02-25T13:00:00Z','degrees':'-80'}]}\
            """);
    }

    private static String kits() {
        return IntStream.range(0, 8)
                .mapToObj(n -> "{'kit':'K-%d','type':'%2$s','lot':'LOT-%2$s'}".formatted(71 + n, KINDS.get(n % 2)))
                .collect(Collectors.joining(","));
    }

    private void made(String door, String key, String body) throws Exception {
        var answer = doors.post("/api/studies/" + study + "/" + door, DEPOT, study + door + key, body);
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
    }

    private void others() {
        var definition = World.definition(KINDS, "[]").replace(World.STUDY, study);
        tell("studies", "study/" + study, 1, "StudyDefined.v1", definition);
        tell("studies", "study/" + study, 2, "SiteOpened.v1", """
            {'study':'%s','site':'01','zone':'Europe/Berlin'}\
            """.formatted(study));
        var person = study + "-01-0001";
        var days = IntStream.rangeClosed(1, 4)
                .mapToObj(n -> "{'kind':'DOSE','dose':%d,'planned':'%s','state':'PLANNED'}"
                        .formatted(n, LocalDate.now().plusDays(28L * n)))
                .collect(Collectors.joining(","));
        tell("dosing", "calendar/" + person, 1, "CalendarPlanned.v1", """
            {'subject':'%s','study':'%s','site':'01','entries':[%s]}\
            """.formatted(person, study, days));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> database.getCollection("studies")
                                        .countDocuments(new Document("_id", study).append("heard", 2L))
                                == 1
                        && database.getCollection("expected-doses").countDocuments(new Document("_id", person)) == 1);
    }

    private static void tell(String topic, String stream, long version, String type, String json) {
        STACK.tell(topic, stream, version, type, json.replace('\'', '"'));
    }
}
