package io.equipoise.randomization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.web.Role;
import io.equipoise.randomization.application.Allocations;
import io.equipoise.randomization.domain.Arm;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;

/** A study of two arms whose people come in pairs, one of each arm, and every answer is timed from outside. */
record TimedStudy(String study, Doors doors, MongoDatabase database) {
    static final int PAIRS = 100;
    private static final TestStack STACK = TestStack.shared();
    private static final Arm FIRST = new Arm("EXOSOMES");
    private static final List<String> ARMS = List.of("EXOSOMES", "SALINE");
    private static final Pattern SUBJECT = Pattern.compile("/api/subjects/([A-Z0-9]+-01-[0-9]{4})/.*");
    private static final String COORDINATOR = STACK.token("coo-01", Role.SITE_COORDINATOR, "01");

    /** What is timed; what stands first is asked first. */
    enum Door {
        RANDOMIZING,
        ASKED_AGAIN,
        DISPENSING,
        STOCK,
        ACCOUNTABILITY,
        SHIPMENTS
    }

    static boolean isOnFirstArm(Allocations allocations, String path) {
        var found = SUBJECT.matcher(path);
        if (!found.matches()) {
            return false;
        }
        var subject = SubjectId.parse(found.group(1)).orElseThrow();
        var seat = allocations.of(subject.study()).seats().get(subject);
        return seat != null && seat.arm().equals(FIRST);
    }

    void make() throws Exception {
        tell(
                "studies",
                "study/" + study,
                1,
                "StudyDefined.v1",
                World.definition(ARMS, "[]").replace(World.STUDY, study));
        tell("studies", "study/" + study, 2, "StudyActivated.v1", """
            {'study':'%s','version':1,'activatedOn':'2025-02-03'}\
            """);
        tell("studies", "study/" + study, 3, "StudyStatusChanged.v1", """
            {'study':'%s','status':'RECRUITING','asOf':'2025-02-03','reason':'so'}\
            """);
        tell("studies", "study/" + study, 4, "SiteOpened.v1", """
            {'study':'%s','site':'01','zone':'Europe/Berlin'}\
            """);
        for (int n = 1; n <= 2 * PAIRS; n++) {
            tell("enrolment", "subject/" + subject(n), 1, "SubjectEnrolled.v1", """
                {'subject':'%s','study':'STUDY','site':'01','enrolledOn':'2025-03-10','ordinal':%d,'strata':{}}\
                """.formatted(subject(n), n)
                    .replace("STUDY", study));
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> database.getCollection("people").countDocuments(Filters.regex("_id", "^" + study + "-"))
                                == 2 * PAIRS
                        && database.getCollection("studies")
                                        .countDocuments(new Document("_id", study).append("heard", 4L))
                                == 1);
        accepted(doors.post(
                "/api/studies/" + study + "/allocation-list", Doors.STATISTICIAN, study + "-list", """
                    {'seed':'%032x','blockSizes':[2],'slotsPerStratum':%d}\
                    """.formatted(
                                study.hashCode() & 0xffffff, 2 * PAIRS)));
        accepted(doors.post(
                "/api/studies/" + study + "/kits", Doors.PHARMACIST, study + "-kits", """
                    {'site':'01','lot':'L-1','packagingLot':'P-1','kits':[%s],'expiresOn':'2027-06-30'}\
                    """.formatted(kits())));
    }

    /** As many of each kind as there are people, so that everybody can be served for certain to the end. */
    private String kits() {
        var numbers = IntStream.range(100_000, 100_000 + 4 * PAIRS).boxed().collect(Collectors.toList());
        Collections.shuffle(numbers, new Random(study.hashCode()));
        return IntStream.range(0, numbers.size())
                .mapToObj(n -> "{'kit':'K-%d','type':'%s'}".formatted(numbers.get(n), ARMS.get(n % 2)))
                .collect(Collectors.joining(","));
    }

    /** Time for the first arm less time for the second, in nanoseconds, of each pair at each door. */
    Map<Door, long[]> lived(int pairs) throws Exception {
        var took = new EnumMap<Door, long[]>(Door.class);
        for (var door : Door.values()) {
            took.put(door, new long[2 * pairs]);
        }
        for (int person = 0; person < 2 * pairs; person++) {
            for (var door : Door.values()) {
                long begun = System.nanoTime();
                var answer = ask(door, person + 1);
                took.get(door)[person] = System.nanoTime() - begun;
                accepted(answer);
            }
        }
        var first = isFirst(pairs);
        took.replaceAll((door, times) -> IntStream.range(0, pairs)
                .mapToLong(pair ->
                        first[2 * pair] ? times[2 * pair] - times[2 * pair + 1] : times[2 * pair + 1] - times[2 * pair])
                .toArray());
        return took;
    }

    private HttpResponse<String> ask(Door door, int person) throws Exception {
        var at = "/api/subjects/" + subject(person);
        return switch (door) {
            case RANDOMIZING ->
                doors.post(at + "/randomization", Doors.INVESTIGATOR, study + person, "{'randomizedOn':'2025-03-11'}");
            case ASKED_AGAIN ->
                doors.post(
                        at + "/randomization",
                        Doors.INVESTIGATOR,
                        study + person + "-again",
                        "{'randomizedOn':'2025-03-11'}");
            case DISPENSING ->
                doors.post(
                        at + "/dispensations",
                        Doors.PHARMACIST,
                        study + person + "-kit",
                        "{'dose':1,'dispensedAt':'2025-03-12T08:00:00Z'}");
            case STOCK -> doors.get("/api/sites/01/stock?study=" + study, COORDINATOR);
            case ACCOUNTABILITY -> doors.get("/api/sites/01/accountability?study=" + study, COORDINATOR);
            case SHIPMENTS -> doors.get("/api/studies/" + study + "/shipments", COORDINATOR);
        };
    }

    /** By the list, which the statistician may read. */
    private boolean[] isFirst(int pairs) throws Exception {
        var list = World.JSON.readTree(doors.get("/api/studies/" + study + "/allocation-list", Doors.STATISTICIAN)
                .body());
        var first = new boolean[2 * pairs];
        for (var place : list.path("strata").path(0).path("places")) {
            var subject = place.path("subject").asString("");
            if (!subject.isEmpty()) {
                first[SubjectId.parse(subject).orElseThrow().number() - 1] =
                        place.path("arm").asString("").equals(FIRST.code());
            }
        }
        assertThat(Arrays.toString(first)).contains("true", "false");
        return first;
    }

    private String subject(int number) {
        return "%s-01-%04d".formatted(study, number);
    }

    private static void accepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
    }

    private void tell(String topic, String stream, long version, String type, String json) {
        STACK.tell(topic, stream, version, type, json.replace("%s", study).replace('\'', '"'));
    }
}
