package io.equipoise.adverseevent;

import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.equipoise.platform.TestRecipient;
import io.equipoise.platform.TestStack;
import java.time.Duration;
import java.time.Instant;

/** What the other services tell of a trial, as they would tell it, and the wait until it is known here. */
final class OtherRooms {
    private static final Duration SOON = Duration.ofSeconds(90);

    private static final String BROKEN_AT = "2025-03-12T12:00:00Z";

    private OtherRooms() {}

    /** A study in its first version; the definition's fields but its name, such as {@code "safety":{}}. */
    static void study(String study, String fields) {
        defined(study, "{\"study\":\"%s\"%s}".formatted(study, fields.isEmpty() ? "" : "," + fields));
    }

    static void defined(String study, String definition) {
        TestStack.shared().tell("studies", "study/" + study, 1, "StudyDefined.v1", """
            {"study":"%s","version":1,"title":"A study","assumptions":[],"gaps":[],"definition":%s}\
            """.formatted(study, definition));
    }

    static void site(String study, String site) {
        TestStack.shared().tell("studies", "study/" + study, 2, "SiteOpened.v1", """
            {"study":"%s","site":"%s","name":"Neurology day ward","country":"DE","zone":"Europe/Berlin",
             "openedOn":"2025-02-10"}\
            """.formatted(study, site));
    }

    static void person(String subject) {
        TestStack.shared().tell("enrolment", "subject/" + subject, 1, "SubjectRegistered.v1", """
            {"subject":"%s","study":"%s","site":"%s","screenedOn":"2025-03-03"}\
            """.formatted(
                        subject, part(subject, 0), part(subject, 1)));
    }

    /** An infusion of 45 minutes that began at nine. */
    static void dose(String subject, String kit, String lot) {
        dose(subject, 1, kit, lot, Instant.parse("2025-03-11T09:00:00Z"));
    }

    static void dose(String subject, int dose, String kit, String lot, Instant startedAt) {
        TestStack.shared().tell("dosing", "calendar/" + subject, dose, "DoseAdministered.v1", """
            {"subject":"%s","study":"%s","site":"%s","dose":%d,"kit":"%s","packagingLot":"%s",
             "startedAt":"%s","stoppedAt":"%s",
             "volume":{"number":"100","unit":"mL"},"interruptions":[],"deviations":[]}\
            """.formatted(
                        subject,
                        part(subject, 0),
                        part(subject, 1),
                        dose,
                        kit,
                        lot,
                        startedAt,
                        startedAt.plus(Duration.ofMinutes(45))));
    }

    /** What randomization tells when a code was broken for an event; what is sealed may be of somebody else. */
    static void unblinding(String stream, String subject, String event, String sealed) {
        TestStack.shared().tell("allocation", stream, 1, "SafetyUnblinding.v1", """
            {"subject":"%s","study":"%s","site":"%s","event":"%s","brokenBy":"saf-01","at":"%s","sealed":"%s"}\
            """.formatted(
                        subject, part(subject, 0), part(subject, 1), event, BROKEN_AT, sealed));
    }

    /** An arm as randomization seals it to this room. */
    static String sealed(String subject, String event, String arm) {
        return TestRecipient.sealing()
                .seal(
                        "equipoise.safety-unblinding.v1",
                        String.join("|", subject, event, BROKEN_AT),
                        arm + " ".repeat(40 - arm.length()));
    }

    /** What randomization tells of every kit that it hands out; what is sealed may be of another. */
    static void origin(String stream, String subject, int dose, String kit, String sealed) {
        TestStack.shared().tell("allocation", stream, 1, "ProductOriginSealed.v1", """
            {"subject":"%s","study":"%s","site":"%s","kit":"%s","dose":%d,"sealed":"%s"}\
            """.formatted(
                        subject, part(subject, 0), part(subject, 1), kit, dose, sealed));
    }

    /** A donor, or that there is none, as randomization seals it to this room. */
    static String sealedOrigin(String subject, int dose, String kit, String donor) {
        return TestRecipient.sealing()
                .seal(
                        "equipoise.product-origin.v1",
                        String.join("|", subject, String.valueOf(dose), kit),
                        donor + " ".repeat(40 - donor.length()));
    }

    /** Waits until each of the collection's documents is there. */
    static void arrived(MongoDatabase database, String collection, String... ids) {
        await().atMost(SOON)
                .until(() -> database.getCollection(collection).countDocuments(Filters.in("_id", (Object[]) ids))
                        == ids.length);
    }

    /** Study, site, number. */
    private static String part(String subject, int number) {
        return subject.split("-", 3)[number];
    }
}
