package io.equipoise.adverseevent.adapter.page;

import static io.equipoise.platform.web.Role.ADMINISTRATOR;
import static io.equipoise.platform.web.Role.MONITOR;
import static io.equipoise.platform.web.Role.SAFETY_OFFICER;

import io.equipoise.adverseevent.application.WatchBoard;
import io.equipoise.adverseevent.application.Watches;
import io.equipoise.pages.Refused;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Caller;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The pages of the watch: who is on call, what makes an alert, and when an officer is not to be disturbed. */
@Controller
final class WatchPages implements RefusingPages {
    private final WatchBoard board;
    private final Watches watches;

    WatchPages(WatchBoard board, Watches watches) {
        this.board = board;
        this.watches = watches;
    }

    @GetMapping(path = "/safety/watch", produces = MediaType.TEXT_HTML_VALUE)
    @Allowed({SAFETY_OFFICER, ADMINISTRATOR, MONITOR})
    ModelAndView studies(Caller caller) {
        return new ModelAndView("safety/watch", Map.of("caller", caller, "studies", board.all()));
    }

    @GetMapping(path = "/safety/watch/{study}/on-call", produces = MediaType.TEXT_HTML_VALUE)
    @Allowed({SAFETY_OFFICER, ADMINISTRATOR, MONITOR})
    ModelAndView onCall(@PathVariable String study, Caller caller) {
        return page(study, caller, () -> new ModelAndView("safety/on-call", Map.of("watch", board.onCall(study))));
    }

    @GetMapping(path = "/safety/watch/{study}/rules", produces = MediaType.TEXT_HTML_VALUE)
    @Allowed({SAFETY_OFFICER, ADMINISTRATOR, MONITOR})
    ModelAndView rules(@PathVariable String study, Caller caller) {
        return page(study, caller, () -> new ModelAndView("safety/rules", Map.of("watch", board.rules(study))));
    }

    @GetMapping(path = "/safety/quiet-hours", produces = MediaType.TEXT_HTML_VALUE)
    @Allowed(SAFETY_OFFICER)
    ModelAndView quietHours(Caller caller) {
        return new ModelAndView(
                "safety/quiet-hours", Map.of("caller", caller, "officer", watches.officer(caller.name())));
    }

    private ModelAndView page(String study, Caller caller, Supplier<ModelAndView> drawn) {
        if (!board.knows(study)) {
            return new Refused("No study " + study + " here", "No study of that name was told of.", "STUDY_UNKNOWN")
                    .page(HttpStatus.NOT_FOUND, caller);
        }
        var edits = caller.sees(Caller.EVERY_SITE) && (caller.is(SAFETY_OFFICER) || caller.is(ADMINISTRATOR));
        return drawn.get().addObject("caller", caller).addObject("edits", edits);
    }
}
