package io.equipoise.operations.adapter.rest;

import io.equipoise.operations.adapter.rest.StudyParts.Reader;
import io.equipoise.operations.application.Board;
import io.equipoise.operations.application.Boards;
import io.equipoise.pages.LiveFeed;
import io.equipoise.pages.Refused;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The pages of an operations lead: every study, one study live, one person's story. */
@Controller
final class StudyPages {
    private final Boards boards;
    private final StudyParts parts;
    private final LiveFeed<Reader> feed;

    StudyPages(Boards boards, StudyParts parts, LiveFeed<Reader> feed) {
        this.boards = boards;
        this.parts = parts;
        this.feed = feed;
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    @BlindedStaff
    ModelAndView studies(Caller caller) {
        return new ModelAndView("operations/studies", Map.of("caller", caller, "boards", boards.all(caller.sites())));
    }

    @GetMapping(path = "/studies/{study}", produces = MediaType.TEXT_HTML_VALUE)
    @BlindedStaff
    ModelAndView study(@PathVariable String study, Caller caller) {
        return boards.board(study, caller.sites())
                .map(board -> page(board, caller))
                .orElseGet(() -> noSuch(
                        "No study " + study + " here",
                        "Nothing was told of a study of that name. A study appears here as soon as it is defined.",
                        caller));
    }

    @GetMapping(path = "/studies/{study}/subjects/{subject}", produces = MediaType.TEXT_HTML_VALUE)
    @BlindedStaff
    ModelAndView subject(@PathVariable String study, @PathVariable String subject, Caller caller) {
        return boards.biography(study, subject, caller.sites())
                .map(biography -> new ModelAndView(
                        "operations/subject", Map.of("caller", caller, "study", study, "biography", biography)))
                .orElseGet(() -> noSuch(
                        "No subject " + subject + " for you here",
                        "Either nothing was told of this subject, or they belong to a site that is not yours.",
                        caller));
    }

    @GetMapping(path = "/studies/{study}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @BlindedStaff
    SseEmitter live(@PathVariable String study, Caller caller) {
        return feed.open(new Reader(study, caller.sites()));
    }

    @ExceptionHandler(Problem.class)
    ModelAndView refused(Problem problem, Caller caller) {
        var refusal = problem.refusal();
        return new Refused("Not with your role", refusal.detail(), refusal.code()).page(problem.status(), caller);
    }

    private ModelAndView page(Board board, Caller caller) {
        return new ModelAndView(
                "operations/study",
                Map.of("caller", caller, "board", board, "parts", parts.of(board), "documents", documents(caller)));
    }

    /** Who may say what a code break did to the trial; the door that takes it asks again. */
    private static boolean documents(Caller caller) {
        return caller.roles().contains(Role.INVESTIGATOR) || caller.roles().contains(Role.MONITOR);
    }

    private static ModelAndView noSuch(String title, String detail, Caller caller) {
        return new Refused(title, detail, "STUDY_UNKNOWN").page(HttpStatus.NOT_FOUND, caller);
    }
}
