package io.equipoise.platform.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real Chromium, where this machine has one. Whatever its console complains of is kept, to fail the test. */
public final class Chromium implements AutoCloseable {
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/google-chrome"), Path.of("/usr/bin/chromium-browser"));
    private static final int HEIGHT = 900;

    private final Playwright playwright;
    private final Browser browser;
    private final List<BrowserContext> open = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    /** Skips the test, and says so, where there is none. */
    public static Chromium launch() {
        var place = PLACES.stream().filter(Files::isExecutable).findFirst();
        assumeTrue(place.isPresent(), "skipped: no Chromium on this machine, looked for " + PLACES);
        return new Chromium(place.orElseThrow());
    }

    /** An empty page of somebody whose every request has these headers, and may go to these origins only. */
    public Page page(ColorScheme scheme, int width, Map<String, String> headers, String... origins) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setViewportSize(width, HEIGHT)
                .setExtraHTTPHeaders(headers));
        open.add(context);
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().startsWith("blob:") && List.of(origins).stream().noneMatch(request.url()::startsWith)) {
                complaints.add("asked another origin: " + request.url());
            }
        });
        return page;
    }

    /** For a test that itself causes complaints, such as one that takes the network away. */
    public void forgive() {
        complaints.clear();
    }

    /** Closes every page; fails if any of them complained. */
    public void nothingWasComplainedOf() {
        open.forEach(BrowserContext::close);
        open.clear();
        var said = List.copyOf(complaints);
        complaints.clear();
        assertThat(said).as("errors in the browser's console").isEmpty();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
