package io.equipoise.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;

/** Looks at a page as it stands: keeps a picture of it, and asks axe what keeps people out. */
final class Look {
    private Look() {}

    static void accessible(Page page) {
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

    static void keep(Page page, String name, ColorScheme scheme, int width) {
        page.waitForTimeout(300);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(!name.equals("number-opened") && !name.equals("line-lost"))
                .setPath(Path.of("target/screenshots/%s-%s-%d.png"
                        .formatted(name, scheme.name().toLowerCase(java.util.Locale.ROOT), width))));
    }
}
