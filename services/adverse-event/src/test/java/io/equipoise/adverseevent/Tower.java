package io.equipoise.adverseevent;

import com.mongodb.client.MongoDatabase;
import io.equipoise.adverseevent.adapter.push.PushService;
import java.io.IOException;
import org.springframework.test.context.DynamicPropertyRegistry;

/** Studies of their own whose watch the tests may set, with a push service and a FHIR subscriber in this process. */
final class Tower {
    static final String STUDY = "NCT00000009";
    static final String DORA = STUDY + "-01-0001";
    static final String EMIL = STUDY + "-01-0002";
    /** For whom the pages are read, where each version counts; at a site where nobody else has an alert. */
    static final String PAGE_STUDY = "NCT00000019";

    static final String PAGE_EMIL = PAGE_STUDY + "-78-0002";
    static final PushService OUTSIDE = outside();
    private static boolean told;

    private Tower() {}

    static void configure(DynamicPropertyRegistry registry) {
        registry.add("equipoise.safety.mail.people[0].name", () -> "saf-02");
        registry.add("equipoise.safety.mail.people[0].address", () -> "saf-02@trials.example");
        registry.add("equipoise.safety.mail.link", () -> "https://equipoise.example");
        registry.add("equipoise.safety.push.services[0]", OUTSIDE::origin);
        registry.add("equipoise.safety.fhir.subscriptions[0].id", () -> "safety-database");
        registry.add("equipoise.safety.fhir.subscriptions[0].endpoint", () -> OUTSIDE.origin() + "/fhir");
    }

    static synchronized void settle(MongoDatabase database) {
        Wing.settle(database);
        if (!told) {
            told = true;
            OtherRooms.study(STUDY, "\"safety\":{}," + Wing.PRODUCTS);
            OtherRooms.site(STUDY, "01");
            OtherRooms.study(PAGE_STUDY, "\"safety\":{}," + Wing.PRODUCTS);
            OtherRooms.site(PAGE_STUDY, "78");
            OtherRooms.person(DORA);
            OtherRooms.person(EMIL);
            OtherRooms.person(PAGE_EMIL);
            OtherRooms.dose(DORA, "K-777", "P-0007");
        }
        OtherRooms.arrived(database, "house_doses", DORA + "/1");
        OtherRooms.arrived(database, "house_subjects", DORA, EMIL, PAGE_EMIL);
        OtherRooms.arrived(database, "house_studies", STUDY, PAGE_STUDY);
        OtherRooms.arrived(database, "house_sites", STUDY + "/01", PAGE_STUDY + "/78");
    }

    private static PushService outside() {
        try {
            return new PushService();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
