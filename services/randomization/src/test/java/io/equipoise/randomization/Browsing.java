package io.equipoise.randomization;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.equipoise.platform.browser.Chromium;
import io.equipoise.platform.browser.Look;
import io.equipoise.platform.web.Role;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * The service's pages as somebody of a role finds them in a browser.
 *
 * @param site whose staff looks; {@code *} for every site
 */
record Browsing(Chromium chromium, int port, String site) {

    static String authorization(Role role, String site) {
        return Doors.STACK.token(role.claim() + "-01", role, site);
    }

    String origin() {
        return "http://127.0.0.1:" + port;
    }

    /** A page that is there. */
    Page page(Role role, String path) {
        return page(ColorScheme.LIGHT, 1440, role, path);
    }

    private Page page(ColorScheme scheme, int width, Role role, String path) {
        var page = blank(scheme, width, role);
        page.navigate(origin() + path);
        page.locator("main h1").waitFor();
        return page;
    }

    /** What comes where no page may be there; the browser notes each refusal in its console. */
    Page refused(Role role, String path, int status) {
        var page = blank(ColorScheme.LIGHT, 1440, role);
        assertThat(Objects.requireNonNull(page.navigate(origin() + path)).status())
                .as(role + " at " + path)
                .isEqualTo(status);
        return page;
    }

    /** Looked at in light and dark, wide and narrow: kept as a picture, no wider than the window, accessible. */
    void look(Role role, List<String> paths, UnaryOperator<String> name) {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(1440, 390)) {
                for (var path : paths) {
                    var page = page(scheme, width, role, path);
                    Look.look(page, name.apply(path), scheme, width);
                    page.context().close();
                }
            }
        }
    }

    private Page blank(ColorScheme scheme, int width, Role role) {
        return chromium.page(scheme, width, Map.of("Authorization", authorization(role, site)), origin());
    }
}
