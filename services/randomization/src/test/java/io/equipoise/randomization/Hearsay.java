package io.equipoise.randomization;

import com.mongodb.client.MongoDatabase;
import io.equipoise.randomization.adapter.mongo.PeopleProjection;
import io.equipoise.randomization.adapter.mongo.StudyProjection;
import java.util.List;

/** What other rooms told of a study and its people, put where it is kept without a broker in between. */
final class Hearsay {
    private final MongoDatabase database;
    private long told;

    Hearsay(MongoDatabase database) {
        this.database = database;
    }

    /** A study that recruits at site 01, with as many people enrolled there. */
    void ofAStudy(String factors, int people, String strata) {
        hear("studies", "StudyDefined.v1", World.definition(List.of("CANARY_EXO", "CANARY_NACL"), factors));
        hear("studies", "StudyActivated.v1", "{'study':'%s','version':1,'activatedOn':'2025-02-03'}");
        hear(
                "studies",
                "StudyStatusChanged.v1",
                "{'study':'%s','status':'RECRUITING','asOf':'2025-02-03','reason':'so'}");
        hear("studies", "SiteOpened.v1", "{'study':'%s','site':'01','zone':'Europe/Berlin'}");
        for (int number = 1; number <= people; number++) {
            hear(
                    "enrolment",
                    "SubjectEnrolled.v1",
                    "{'subject':'" + Doors.subject(number)
                            + "','study':'%s','site':'01','enrolledOn':'2025-03-10','ordinal':1,'strata':" + strata
                            + "}");
        }
    }

    private void hear(String topic, String type, String json) {
        var heard = World.heard(topic, type, ++told, json.formatted(World.STUDY));
        new StudyProjection(database).apply(heard);
        new PeopleProjection(database).apply(heard);
    }
}
