package io.equipoise.adverseevent;

import static io.equipoise.adverseevent.Doors.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bson.Document;
import tools.jackson.databind.JsonNode;

/** A study that calls the same event in two people a cluster, and of whose kits randomization tells the donors. */
record DonorTrial(String study, MongoDatabase database, Doors doors) {

    /** So many people, none of whom was dosed. */
    DonorTrial people(int people) {
        OtherRooms.study(study, "\"safety\":{\"lotCluster\":{\"basis\":\"stated\",\"value\":{\"people\":2}}}");
        for (int number = 1; number <= people; number++) {
            OtherRooms.person(person(number));
        }
        OtherRooms.arrived(database, "safety_protocols", study);
        OtherRooms.arrived(database, "house_subjects", each(people, this::person));
        OtherRooms.arrived(database, "stopping_definitions", study + "/1");
        return this;
    }

    /** As many people as donors, each of whom had one dose out of a lot of their own. */
    DonorTrial dosed(String... donors) {
        people(donors.length);
        for (int number = 1; number <= donors.length; number++) {
            var sealed = OtherRooms.sealedOrigin(person(number), 1, kit(number), donors[number - 1]);
            OtherRooms.origin("allocation/" + kit(number), person(number), 1, kit(number), sealed);
            OtherRooms.dose(person(number), kit(number), "P-" + number);
        }
        OtherRooms.arrived(database, "house_doses", each(donors.length, number -> person(number) + "/1"));
        var kept = new Document("stream", "product-origin/" + study);
        await().atMost(HeldTrial.SOON)
                .until(() -> database.getCollection("journal").countDocuments(kept) == donors.length);
        return this;
    }

    /** Somebody has chills; the event's id. */
    String has(int number, String... fieldsAndValues) {
        var fields = new ArrayList<>(List.of("term", "\"Chills\""));
        fields.addAll(List.of(fieldsAndValues));
        var answer = doors.post(
                "/api/subjects/" + person(number) + "/adverse-events",
                Doors.SITE,
                account(fields.toArray(String[]::new)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.text("event");
    }

    /** What the board is shown once it counts so many events. */
    JsonNode counted(int events) {
        var path = "/api/safety/donors/" + study;
        await().atMost(HeldTrial.SOON)
                .until(() ->
                        doors.get(path, HeldTrial.BOARD).body().path("events").asInt() == events);
        return doors.get(path, HeldTrial.BOARD).body();
    }

    String person(int number) {
        return "%s-01-%04d".formatted(study, number);
    }

    String kit(int number) {
        return "K-%s%d".formatted(study.substring(9), number);
    }

    private static String[] each(int people, IntFunction<String> of) {
        return IntStream.rangeClosed(1, people).mapToObj(of).toArray(String[]::new);
    }
}
