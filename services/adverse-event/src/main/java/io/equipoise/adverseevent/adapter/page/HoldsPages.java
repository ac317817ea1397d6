package io.equipoise.adverseevent.adapter.page;

import static io.equipoise.platform.web.Role.SAFETY_OFFICER;

import io.equipoise.adverseevent.domain.Lifter;
import io.equipoise.pages.LiveFeed;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Caller;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Where a safety officer sees which studies are held, and lifts a hold that its rule lets an officer lift. */
@Controller
final class HoldsPages implements RefusingPages {
    private final HoldsParts parts;
    private final LiveFeed<Lifter> feed;

    HoldsPages(HoldsParts parts, LiveFeed<Lifter> feed) {
        this.parts = parts;
        this.feed = feed;
    }

    @GetMapping(path = "/safety/holds", produces = MediaType.TEXT_HTML_VALUE)
    @Allowed(SAFETY_OFFICER)
    ModelAndView holds(Caller caller) {
        var drawn = parts.of(Lifter.SAFETY_OFFICER);
        return new ModelAndView("safety/holds", Map.of("caller", caller, "parts", drawn));
    }

    @GetMapping(path = "/safety/holds/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Allowed(SAFETY_OFFICER)
    SseEmitter live() {
        return feed.open(Lifter.SAFETY_OFFICER);
    }
}
