package io.equipoise.adverseevent.adapter.page;

import static io.equipoise.platform.web.Role.DATA_SAFETY_BOARD;

import io.equipoise.adverseevent.adapter.page.BoardParts.OneStudy;
import io.equipoise.adverseevent.application.StoppingRules;
import io.equipoise.adverseevent.application.ToldForStopping;
import io.equipoise.adverseevent.domain.Stopping;
import io.equipoise.pages.LiveFeed;
import io.equipoise.pages.Part;
import io.equipoise.pages.Refused;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Caller;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The closed pages of the data safety board: which studies are held, and one study against its boundaries. */
@Controller
final class BoardPages implements RefusingPages {
    private final BoardParts parts;
    private final StoppingRules rules;
    private final ToldForStopping told;
    private final LiveFeed<OneStudy> feed;

    BoardPages(BoardParts parts, StoppingRules rules, ToldForStopping told, LiveFeed<OneStudy> feed) {
        this.parts = parts;
        this.rules = rules;
        this.told = told;
        this.feed = feed;
    }

    /** A study, and in words how it stands. */
    record StudyRow(String study, String standing, boolean held, int rules) {}

    @GetMapping(path = "/safety/board", produces = MediaType.TEXT_HTML_VALUE)
    @Allowed(DATA_SAFETY_BOARD)
    ModelAndView all(Caller caller) {
        var rows = told.studies().stream()
                .map(study -> row(study, rules.of(study)))
                .toList();
        return new ModelAndView("safety/boards", Map.of("caller", caller, "studies", rows));
    }

    @GetMapping(path = "/safety/board/{study}", produces = MediaType.TEXT_HTML_VALUE)
    @Allowed(DATA_SAFETY_BOARD)
    ModelAndView study(@PathVariable String study, Caller caller) {
        return parts.of(study)
                .map(drawn -> page(study, drawn, caller))
                .orElseGet(() -> new Refused(
                                "No study " + study + " here", "Nobody told of a study of that name.", "STUDY_UNKNOWN")
                        .page(HttpStatus.NOT_FOUND, caller));
    }

    @GetMapping(path = "/safety/board/{study}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Allowed(DATA_SAFETY_BOARD)
    SseEmitter live(@PathVariable String study) {
        return feed.open(new OneStudy(study));
    }

    private static ModelAndView page(String study, List<Part> drawn, Caller caller) {
        return new ModelAndView("safety/board", Map.of("caller", caller, "study", study, "parts", drawn));
    }

    private static StudyRow row(String study, Stopping stopping) {
        var standing = stopping.held() ? "held for safety" : "goes on";
        return new StudyRow(
                study,
                stopping.follows() ? standing : "not configured",
                stopping.held(),
                stopping.rules().size());
    }
}
