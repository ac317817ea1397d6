package io.equipoise.adverseevent.adapter.page;

import static io.equipoise.platform.web.Role.SAFETY_OFFICER;

import io.equipoise.adverseevent.adapter.page.InboxParts.Reader;
import io.equipoise.adverseevent.application.AlertBoard;
import io.equipoise.adverseevent.application.AlertCard;
import io.equipoise.pages.LiveFeed;
import io.equipoise.pages.Refused;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The pages of a safety officer: what waits, and one alert with all that is known of it. */
@Controller
final class InboxPages implements RefusingPages {
    private static final String EVERY = "";

    private final AlertBoard board;
    private final InboxParts parts;
    private final LiveFeed<Reader> feed;

    InboxPages(AlertBoard board, InboxParts parts, LiveFeed<Reader> feed) {
        this.board = board;
        this.parts = parts;
        this.feed = feed;
    }

    @GetMapping(path = "/safety/alerts", produces = MediaType.TEXT_HTML_VALUE)
    @Allowed(SAFETY_OFFICER)
    ModelAndView inbox(@RequestParam(defaultValue = "0") String after, Caller caller) {
        int newer = number(after);
        var drawn = parts.inbox(caller.sites(), newer);
        return new ModelAndView("safety/inbox", Map.of("caller", caller, "after", newer, "parts", drawn));
    }

    @GetMapping(path = "/safety/alerts/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Allowed(SAFETY_OFFICER)
    SseEmitter liveInbox(@RequestParam(defaultValue = "0") String after, Caller caller) {
        return feed.open(new Reader(EVERY, number(after), caller.sites()));
    }

    @GetMapping(path = "/safety/alerts/{alert}", produces = MediaType.TEXT_HTML_VALUE)
    @Allowed(SAFETY_OFFICER)
    ModelAndView alert(@PathVariable String alert, Caller caller) {
        return board.card(alert)
                .map(card -> page(card, caller))
                .orElseGet(() -> new Refused(
                                "No alert " + alert + " here",
                                "No alert of that name was raised. If you came from a mail of this minute, load this"
                                        + " page again.",
                                "ALERT_UNKNOWN")
                        .page(HttpStatus.NOT_FOUND, caller));
    }

    @GetMapping(path = "/safety/alerts/{alert}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Allowed(SAFETY_OFFICER)
    SseEmitter liveAlert(@PathVariable String alert, Caller caller) {
        return feed.open(new Reader(alert, 0, caller.sites()));
    }

    private static int number(String after) {
        if (!after.matches("[0-9]{1,6}")) {
            throw Problem.badRequest(
                    "AFTER_INVALID", "after is how many newer alerts are left out, 0 to 999999", "after");
        }
        return Integer.parseInt(after);
    }

    private ModelAndView page(AlertCard card, Caller caller) {
        caller.mustEnter(card.site());
        return new ModelAndView("safety/alert", Map.of("caller", caller, "card", card, "parts", parts.of(card)));
    }
}
