package io.equipoise.adverseevent;

import com.sun.net.httpserver.HttpServer;
import io.equipoise.adverseevent.adapter.mail.MailSink;
import io.equipoise.platform.TestStack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.test.context.DynamicPropertyRegistry;

/** The world around the service: a broker, a store, a mail server, a webhook receiver, and what other rooms have told. */
final class Wing {
    static final String STUDY = "NCT07146087";
    static final String HASTY_STUDY = "NCT00000002";
    static final String ANNA = STUDY + "-01-0001";
    static final String CLARA = HASTY_STUDY + "-01-0001";
    static final MailSink MAILS = sink();
    static final List<String> HOOKED = new CopyOnWriteArrayList<>();
    private static final HttpServer HOOK = hook();
    private static boolean told;

    private Wing() {}

    static void configure(DynamicPropertyRegistry registry) {
        TestStack.configure(registry);
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", MAILS::port);
        registry.add("equipoise.safety.mail.officers[0].name", () -> "safety-officer");
        registry.add("equipoise.safety.mail.officers[0].address", () -> "saf-01@trials.example");
        registry.add("equipoise.safety.mail.escalation[0].name", () -> "head-of-safety");
        registry.add("equipoise.safety.mail.escalation[0].address", () -> "head@trials.example");
        registry.add(
                "equipoise.safety.webhooks[0].url",
                () -> "http://127.0.0.1:" + HOOK.getAddress().getPort() + "/hook");
        registry.add(
                "equipoise.safety.webhooks[0].secret",
                () -> "whsec_" + Base64.getEncoder().encodeToString(new byte[32]));
        registry.add("equipoise.safety.heartbeat", () -> "200ms");
    }

    /** Two studies, one of which nobody lets wait; two people; one infusion. */
    static synchronized void tell() {
        if (told) {
            return;
        }
        told = true;
        study(STUDY, "{\"basis\":\"unknown\",\"text\":\"when an unacknowledged alert is escalated\"}");
        study(HASTY_STUDY, "{\"basis\":\"stated\",\"value\":\"PT1S\"}");
        person(ANNA, STUDY);
        person(CLARA, HASTY_STUDY);
        TestStack.shared().tell("dosing", "calendar/" + ANNA, 1, "DoseAdministered.v1", """
            {"subject":"%s","study":"%s","site":"01","dose":1,"kit":"K-483920","packagingLot":"P-0001",
             "startedAt":"2025-03-11T09:00:00Z","stoppedAt":"2025-03-11T09:45:00Z",
             "volume":{"number":"100","unit":"mL"},"interruptions":[],"deviations":[]}\
            """.formatted(ANNA, STUDY));
    }

    private static void study(String study, String escalateAfter) {
        var stack = TestStack.shared();
        stack.tell("studies", "study/" + study, 1, "StudyDefined.v1", """
            {"study":"%s","version":1,"title":"A study","assumptions":[],"gaps":[],
             "definition":{"study":"%s","safety":{"escalateAfter":%s}}}\
            """.formatted(study, study, escalateAfter));
        stack.tell("studies", "study/" + study, 2, "SiteOpened.v1", """
            {"study":"%s","site":"01","name":"Neurology day ward","country":"DE","zone":"Europe/Berlin",
             "openedOn":"2025-02-10"}\
            """.formatted(study));
    }

    private static void person(String subject, String study) {
        TestStack.shared()
                .tell("enrolment", "subject/" + subject, 1, "SubjectRegistered.v1", """
                    {"subject":"%s","study":"%s","site":"01","screenedOn":"2025-03-03"}\
                    """.formatted(subject, study));
    }

    private static MailSink sink() {
        try {
            return new MailSink(0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fails each message once before it takes it. */
    private static HttpServer hook() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/hook", exchange -> {
                var id = exchange.getRequestHeaders().getFirst("webhook-id");
                var repeat = HOOKED.contains(id);
                HOOKED.add(id);
                exchange.sendResponseHeaders(repeat ? 204 : 500, -1);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
