package io.equipoise.adverseevent;

import com.mongodb.client.MongoDatabase;
import com.sun.net.httpserver.HttpServer;
import io.equipoise.adverseevent.adapter.mail.MailSink;
import io.equipoise.platform.TestStack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    static final String PRODUCTS = """
        "products":[{"product":"EXOSOMES","title":"Exosomes"},{"product":"SALINE","title":"Saline"}]\
        """;
    private static final Set<String> TOLD = new HashSet<>();

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
        registry.add("equipoise.safety.sender", () -> "EQUIPOISE");
        registry.add("equipoise.safety.clock-rounds", () -> "1s");
        registry.add("equipoise.safety.stream.heartbeat", () -> "200ms");
    }

    static void settle(MongoDatabase database) {
        settle(database, STUDY, HASTY_STUDY, "01");
    }

    /**
     * Two studies with a site each, one of which nobody lets wait; a person in each, the first with an infusion; all that
     * the other rooms tell of them is known.
     */
    static synchronized void settle(MongoDatabase database, String patient, String hasty, String site) {
        var one = patient + "-" + site + "-0001";
        var other = hasty + "-" + site + "-0001";
        if (TOLD.add(patient)) {
            study(patient, site, "{\"basis\":\"unknown\",\"text\":\"when an unacknowledged alert is escalated\"}");
            study(hasty, site, "{\"basis\":\"stated\",\"value\":\"PT1S\"}");
            OtherRooms.person(one);
            OtherRooms.person(other);
            OtherRooms.dose(one, "K-483920", "P-0001");
        }
        OtherRooms.arrived(database, "house_doses", one + "/1");
        OtherRooms.arrived(database, "house_subjects", one, other);
        OtherRooms.arrived(database, "house_sites", patient + "/" + site, hasty + "/" + site);
        OtherRooms.arrived(database, "safety_protocols", patient, hasty);
    }

    private static void study(String study, String site, String escalateAfter) {
        OtherRooms.study(study, """
            "safety":{"escalateAfter":%s},
            "design":{"arms":[{"arm":"CANARY_EXOSOMES","title":"MSC-derived exosomes"}]},%s\
            """.formatted(escalateAfter, PRODUCTS));
        OtherRooms.site(study, site);
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
