package io.equipoise.pages;

import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.ModelAndView;

/**
 * A refusal at a page is a page.
 *
 * @param title what was refused, in few words
 * @param detail why, and what would be right
 * @param code the refusal's name, as a program would get it
 */
public record Refused(String title, String detail, String code) {

    /** The page, shown to whoever asked. */
    public ModelAndView page(HttpStatusCode status, Object caller) {
        var page = new ModelAndView(
                "pages/refused", Map.of("caller", caller, "title", title, "detail", detail, "code", code));
        page.setStatus(status);
        return page;
    }
}
