package io.equipoise.studydesign.adapter.page;

import io.equipoise.pages.Refused;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.ForEverybody;
import io.equipoise.platform.web.Problem;
import io.equipoise.studydesign.application.KeptVersions;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The newest version of a protocol, for everybody who works by it. */
@Controller
final class ProtocolPages {
    private final KeptVersions versions;

    ProtocolPages(KeptVersions versions) {
        this.versions = versions;
    }

    @GetMapping(path = "/studies/{study}/protocol", produces = MediaType.TEXT_HTML_VALUE)
    @ForEverybody
    ModelAndView protocol(@PathVariable String study, Caller caller) {
        return versions.newest(study)
                .map(kept -> new ModelAndView("protocol/page", Map.of("caller", caller, "protocol", Protocol.of(kept))))
                .orElseGet(() -> new Refused(
                                "No study " + study + " here",
                                "Nobody defined a study of that name. Its protocol appears here as soon as it is kept.",
                                "STUDY_UNKNOWN")
                        .page(HttpStatus.NOT_FOUND, caller));
    }

    @ExceptionHandler(Problem.class)
    ModelAndView refused(Problem problem, Caller caller) {
        var refusal = problem.refusal();
        return new Refused("Not for your account", refusal.detail(), refusal.code()).page(problem.status(), caller);
    }
}
