package io.equipoise.local.launcher;

import static io.equipoise.platform.browser.Look.accessible;
import static io.equipoise.platform.browser.Look.keepWindow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.equipoise.local.FreePorts;
import io.equipoise.local.Stack;
import io.equipoise.local.identity.IdentityProvider;
import io.equipoise.platform.browser.Chromium;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** A person's way in and out: a real browser, the real gateway and identity provider, and a page behind them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LogInIT {
    private static final long PATIENCE_MILLIS = 60_000;

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @TempDir
    private static Path home;

    private static @Nullable ConfigurableApplicationContext provider;
    private static @Nullable Process gateway;
    private static @Nullable PageBehind behind;
    private static Stack stack;

    @BeforeAll
    static void start() throws Exception {
        var jar = gatewayJar();
        assumeTrue(jar.isPresent(), "skipped: the gateway is not built (mvn package)");
        stack = FreePorts.stack(home);
        provider = IdentityProvider.start(stack);
        behind = new PageBehind(stack);
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.orElseThrow().toString()));
        command.addAll(new ServiceSettings(stack).arguments("gateway"));
        gateway = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("gateway.log").toFile())
                .start();
        awaitGateway();
    }

    @AfterAll
    static void stop() {
        if (gateway != null) {
            gateway.destroyForcibly();
        }
        if (behind != null) {
            behind.close();
        }
        if (provider != null) {
            provider.close();
        }
    }

    @Test
    void one_clicks_an_account_lands_on_the_page_asked_for_acts_there_and_logs_out() {
        var page = open();
        page.navigate(stack.gateway() + "/safety/alerts/AL-1");
        assertThat(page.url()).isEqualTo(stack.issuer() + "/login");
        accessible(page);
        keepWindow(page, "log-in", ColorScheme.LIGHT, 1440);
        page.locator("button:has-text('saf-01')").click();
        page.waitForURL(stack.gateway() + "/safety/alerts/AL-1");
        assertThat(page.locator("h1").textContent()).isEqualTo("/safety/alerts/AL-1");
        assertThat(page.locator("#who").textContent()).isEqualTo("saf-01");

        page.locator("#note").fill("seen");
        page.locator("button[type=submit]").click();
        page.locator("text=It is done.").waitFor();
        assertThat(PageBehind.of(behind).commands())
                .containsExactly("POST /api/safety/alerts/AL-1/acknowledgement by saf-01 {\"note\":\"seen\"}");

        page.locator("#log-out").click();
        page.waitForURL(stack.issuer() + "/login");
        page.locator("button:has-text('coo-01')").click();
        page.waitForURL(stack.gateway() + "/");
        assertThat(page.locator("#who").textContent()).isEqualTo("coo-01");
    }

    @Test
    void a_command_that_does_not_come_from_our_page_is_refused() {
        var page = open();
        page.navigate(stack.gateway() + "/");
        page.locator("button:has-text('saf-02')").click();
        page.waitForURL(stack.gateway() + "/");
        var before = PageBehind.of(behind).commands();
        var answer = page.evaluate(
                "fetch('/api/safety/alerts/AL-1/acknowledgement', {method: 'POST', body: '{}'}).then(a => a.text())");
        assertThat(answer.toString()).contains("CSRF_TOKEN_MISSING");
        assertThat(PageBehind.of(behind).commands()).isEqualTo(before);
        CHROMIUM.forgive(); // the console notes every answer of 403
    }

    @Test
    void a_page_whose_session_has_ended_says_so_and_keeps_what_was_written() {
        var page = open();
        page.navigate(stack.gateway() + "/safety/alerts/AL-2");
        page.locator("button:has-text('saf-01')").click();
        page.waitForURL(stack.gateway() + "/safety/alerts/AL-2");
        page.context().clearCookies();
        page.locator("#note").fill("still here");
        page.locator("button[type=submit]").click();
        page.locator("[role=alert] >> text=logged out").waitFor();
        assertThat(page.locator("#note").inputValue()).isEqualTo("still here");
        CHROMIUM.forgive(); // the console notes every answer of 401
    }

    private static Page open() {
        return CHROMIUM.page(ColorScheme.LIGHT, 1440, Map.of(), stack.gateway(), stack.issuer());
    }

    private static Optional<Path> gatewayJar() throws IOException {
        var built = Path.of("../../gateway/target");
        if (!Files.isDirectory(built)) {
            return Optional.empty();
        }
        try (var files = Files.list(built)) {
            return files.filter(file -> file.getFileName().toString().matches("gateway-[0-9.]+(-SNAPSHOT)?\\.jar"))
                    .findFirst();
        }
    }

    private static void awaitGateway() throws Exception {
        var deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!answers()) {
            if (gateway == null || !gateway.isAlive() || System.currentTimeMillis() > deadline) {
                throw new IllegalStateException(
                        "the gateway does not start: " + Files.readString(home.resolve("gateway.log")));
            }
            Thread.sleep(100);
        }
    }

    private static boolean answers() {
        try (var socket = new Socket("localhost", stack.servicePort("gateway"))) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
