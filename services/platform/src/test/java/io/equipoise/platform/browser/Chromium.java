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
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real Chromium for the tests of a class; where this machine has none they are skipped, and say so. After each test its
 * pages are closed, and what the console complained of fails it.
 */
public final class Chromium implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/google-chrome"), Path.of("/usr/bin/chromium-browser"));
    private static final int HEIGHT = 900;

    private final List<BrowserContext> open = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private @Nullable Playwright playwright;
    private @Nullable Browser browser;

    @Override
    public void beforeAll(ExtensionContext context) {
        var place = PLACES.stream().filter(Files::isExecutable).findFirst();
        assumeTrue(place.isPresent(), "skipped: no Chromium on this machine, looked for " + PLACES);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(place.orElseThrow())
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    /** An empty page of somebody whose every request has these headers, and may go to these origins only. */
    public Page page(ColorScheme scheme, int width, Map<String, String> headers, String... origins) {
        var context = Objects.requireNonNull(browser)
                .newContext(new Browser.NewContextOptions()
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

    @Override
    public void afterEach(ExtensionContext context) {
        open.forEach(BrowserContext::close);
        open.clear();
        var said = List.copyOf(complaints);
        complaints.clear();
        assertThat(said).as("errors in the browser's console").isEmpty();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (playwright != null) {
            playwright.close();
        }
    }
}
