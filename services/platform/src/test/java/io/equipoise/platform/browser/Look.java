package io.equipoise.platform.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Looks at a page as it stands: keeps a picture of it, and asks axe what keeps people out. */
public final class Look {
    private static final int NARROW = 800;
    private static final String STICKING_OUT = """
        () => document.documentElement.scrollWidth <= window.innerWidth ? [] :
          [...document.querySelectorAll('body *')]
            .filter(each => each.getBoundingClientRect().right > window.innerWidth + 1 && !each.closest('.scroll *'))
            .slice(0, 5).map(each => each.outerHTML.slice(0, 160))
        """;

    private Look() {}

    /**
     * Keeps a picture, sees that nothing sticks out of the window, and asks axe wide in the light and narrow in the dark: so
     * each scheme and each width once.
     */
    public static void look(Page page, String name, ColorScheme scheme, int width) {
        keep(page, name, scheme, width);
        assertThat((List<?>) page.evaluate(STICKING_OUT))
                .as(page.url() + ": nothing sticks out at " + width)
                .isEmpty();
        if ((scheme == ColorScheme.LIGHT) == (width > NARROW)) {
            accessible(page);
        }
    }

    public static void accessible(Page page) {
        var found = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze();
        assertThat(found.getViolations())
                .as(() -> String.join(
                        "\n",
                        found.getViolations().stream()
                                .map(each -> each.getId() + ": " + each.getHelp() + " "
                                        + each.getNodes().stream()
                                                .limit(3)
                                                .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                                .toList())
                                .toList()))
                .isEmpty();
    }

    /** A picture of the whole page. */
    public static void keep(Page page, String name, ColorScheme scheme, int width) {
        shoot(page, name, scheme, width, true);
    }

    /** A picture of what is in the window. */
    public static void keepWindow(Page page, String name, ColorScheme scheme, int width) {
        shoot(page, name, scheme, width, false);
    }

    private static void shoot(Page page, String name, ColorScheme scheme, int width, boolean whole) {
        page.waitForTimeout(300);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(whole)
                .setPath(Path.of("target/screenshots/%s-%s-%d.png"
                        .formatted(name, scheme.name().toLowerCase(Locale.ROOT), width))));
    }
}
