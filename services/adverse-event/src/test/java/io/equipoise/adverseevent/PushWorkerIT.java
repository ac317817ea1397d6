package io.equipoise.adverseevent;

import static io.equipoise.adverseevent.Doors.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import io.equipoise.platform.browser.Chromium;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a push shows that wakes the browser of somebody who has no page of Equipoise open. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PushWorkerIT implements InTheWing {
    private static final Duration SOON = Duration.ofSeconds(20);

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final Doors doors;
    private final AtomicReference<String> registration = new AtomicReference<>();

    PushWorkerIT(@LocalServerPort int port) {
        this.doors = new Doors(port);
    }

    @Test
    void it_names_the_alert_and_its_study_and_says_when_nobody_took_it() throws IOException {
        var gate = gate();
        try {
            wake("http://localhost:" + gate.getAddress().getPort());
        } finally {
            gate.stop(0);
        }
    }

    private void wake(String origin) {
        var page = CHROMIUM.page(ColorScheme.LIGHT, 1280, Map.of(), origin);
        page.context().grantPermissions(List.of("notifications"));
        var browser = page.context().newCDPSession(page);
        browser.on("ServiceWorker.workerRegistrationUpdated", this::registered);
        browser.send("ServiceWorker.enable");
        page.navigate(origin + "/safety/assets/push-worker.js");
        page.evaluate("navigator.serviceWorker.register('/safety/assets/push-worker.js')");
        page.waitForCondition(() -> registration.get() != null);

        pushed(browser, origin, "{\"alert\":\"AL-AE-1\",\"study\":\"NCT07146087\"}");
        assertThat(shown(page, 1)).contains("Safety alert AL-AE-1", "Study NCT07146087");
        pushed(browser, origin, "{\"alert\":\"AL-AE-1\",\"study\":\"NCT07146087\",\"step\":1}");
        await().atMost(SOON).until(() -> shown(page, 1).contains("Not acknowledged: safety alert AL-AE-1"));
        pushed(browser, origin, "no message of ours");
        assertThat(shown(page, 2)).contains("Open Equipoise to read it.");
        CHROMIUM.forgive(); // the gate has no picture for the browser's tab
    }

    /** As the gateway does: who is logged in is known by a cookie, for a worker's script as for a page. */
    private HttpServer gate() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var script = doors.get(exchange.getRequestURI().toString(), OFFICER);
            var bytes = script.text().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/javascript");
            exchange.sendResponseHeaders(script.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return server;
    }

    private void registered(JsonObject told) {
        for (var each : told.getAsJsonArray("registrations")) {
            registration.set(each.getAsJsonObject().get("registrationId").getAsString());
        }
    }

    private void pushed(CDPSession browser, String origin, String data) {
        var push = new JsonObject();
        push.addProperty("origin", origin);
        push.addProperty("registrationId", registration.get());
        push.addProperty("data", data);
        browser.send("ServiceWorker.deliverPushMessage", push);
    }

    /** All that is shown now, once it is so many. */
    private static String shown(Page page, int many) {
        return page.evaluate("""
            async many => {
              const worker = await navigator.serviceWorker.getRegistration('/safety/assets/push-worker.js');
              for (let i = 0; i < 200; i++) {
                const shown = await worker.getNotifications();
                if (shown.length >= many) return shown.map(each => each.title + ' | ' + each.body).join('\\n');
                await new Promise(later => setTimeout(later, 50));
              }
              return 'too few';
            }\
            """, many).toString();
    }
}
