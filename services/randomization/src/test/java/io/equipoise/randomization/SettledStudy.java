package io.equipoise.randomization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.web.Role;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.Document;

/** A study of two sites, stratified by sex, with a drawn list and people of it, made through the doors. */
record SettledStudy(String study, Doors doors, MongoDatabase database) {
    private static final TestStack STACK = TestStack.shared();
    private static final String INVESTIGATOR = STACK.token("inv-00", Role.INVESTIGATOR, "*");

    /** A list of permuted blocks of two and four. */
    void settle() throws Exception {
        var definition = World.definition(List.of("EXOSOMES", "SALINE"), "[{'stratum':'SEX','levels':['F','M']}]");
        tell("studies", "study/%s", 1, "StudyDefined.v1", definition.replace(World.STUDY, "%s"));
        tell("studies", "study/%s", 2, "StudyActivated.v1", "{'study':'%s','version':1,'activatedOn':'2025-02-03'}");
        tell(
                "studies",
                "study/%s",
                3,
                "StudyStatusChanged.v1",
                "{'study':'%s','status':'RECRUITING','asOf':'2025-02-03','reason':'so'}");
        tell("studies", "study/%s", 4, "SiteOpened.v1", "{'study':'%s','site':'01','zone':'Europe/Berlin'}");
        tell("studies", "study/%s", 5, "SiteOpened.v1", "{'study':'%s','site':'02','zone':'Europe/Berlin'}");
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        database.getCollection("studies").countDocuments(new Document("_id", study).append("heard", 5L))
                                == 1);
        made(
                "/api/studies/" + study + "/allocation-scheme",
                Doors.STATISTICIAN,
                "{'design':'PERMUTED_BLOCKS','seed':'000102030405060708090a0b0c0d0e0f','blockSizes':[2,4],'slotsPerStratum':20}");
    }

    /** As many people are enrolled and randomized, at both sites, every third a man. */
    void randomize(int people) throws Exception {
        for (int n = 1; n <= people; n++) {
            var strata = n % 3 == 0 ? "{'SEX':'M'}" : "{'SEX':'F'}";
            tell("enrolment", "subject/" + person(n), 1, "SubjectEnrolled.v1", """
                {'subject':'%s','study':'%%s','site':'%s','enrolledOn':'2025-03-10','ordinal':%d,'strata':%s}\
                """.formatted(
                            person(n), site(n), n, strata));
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> database.getCollection("people").countDocuments(of(study)) == people);
        for (int n = 1; n <= people; n++) {
            made(
                    "/api/subjects/" + person(n) + "/randomization",
                    INVESTIGATOR,
                    "{'randomizedOn':'2025-03-%02d'}".formatted(10 + n));
        }
    }

    String person(int n) {
        return "%s-%s-%04d".formatted(study, site(n), n);
    }

    private static String site(int n) {
        return n % 2 == 0 ? "02" : "01";
    }

    private static Document of(String study) {
        return new Document("_id", Pattern.compile("^" + study + "-"));
    }

    private void made(String door, String token, String body) throws Exception {
        var answer = doors.post(door, token, door, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private void tell(String topic, String stream, long version, String type, String json) {
        STACK.tell(
                topic,
                stream.replace("%s", study),
                version,
                type,
                json.replace("%s", study).replace('\'', '"'));
    }
}
