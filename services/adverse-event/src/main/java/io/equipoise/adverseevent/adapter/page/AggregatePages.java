package io.equipoise.adverseevent.adapter.page;

import static io.equipoise.platform.web.Role.SAFETY_OFFICER;

import io.equipoise.adverseevent.adapter.page.AggregateParts.Watcher;
import io.equipoise.pages.LiveFeed;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Caller;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** A study's adverse events seen together by a safety officer, blinded and live. */
@Controller
final class AggregatePages implements RefusingPages {
    private final AggregateParts parts;
    private final LiveFeed<Watcher> feed;

    AggregatePages(AggregateParts parts, LiveFeed<Watcher> feed) {
        this.parts = parts;
        this.feed = feed;
    }

    @GetMapping(path = "/safety/studies/{study}", produces = MediaType.TEXT_HTML_VALUE)
    @Allowed(SAFETY_OFFICER)
    ModelAndView study(@PathVariable String study, Caller caller) {
        var all = parts.of(new Watcher(study, caller.sites()));
        return new ModelAndView("safety/aggregate/page", Map.of("caller", caller, "study", study, "parts", all));
    }

    @GetMapping(path = "/safety/studies/{study}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Allowed(SAFETY_OFFICER)
    SseEmitter live(@PathVariable String study, Caller caller) {
        return feed.open(new Watcher(study, caller.sites()));
    }
}
