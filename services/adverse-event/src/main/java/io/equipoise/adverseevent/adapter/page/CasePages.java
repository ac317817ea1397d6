package io.equipoise.adverseevent.adapter.page;

import static io.equipoise.platform.web.Role.SAFETY_OFFICER;

import io.equipoise.adverseevent.adapter.page.CasePageParts.Reader;
import io.equipoise.adverseevent.application.CaseSheet;
import io.equipoise.adverseevent.application.CaseSheets;
import io.equipoise.adverseevent.application.Profiles;
import io.equipoise.adverseevent.domain.MinimumCriterion;
import io.equipoise.adverseevent.domain.ReporterKind;
import io.equipoise.pages.LiveFeed;
import io.equipoise.pages.Refused;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Caller;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The pages of whoever keeps cases: the board of clocks, all cases, and one case with everything on it. */
@Controller
final class CasePages implements RefusingPages {
    private final CaseSheets sheets;
    private final CasePageParts parts;
    private final LiveFeed<Reader> feed;
    private final Profiles profiles;

    CasePages(CaseSheets sheets, CasePageParts parts, LiveFeed<Reader> feed, Profiles profiles) {
        this.sheets = sheets;
        this.parts = parts;
        this.feed = feed;
        this.profiles = profiles;
    }

    @GetMapping(path = "/safety/clocks", produces = MediaType.TEXT_HTML_VALUE)
    @Allowed(SAFETY_OFFICER)
    ModelAndView clocks(Caller caller) {
        return new ModelAndView("safety/clocks", Map.of("caller", caller, "parts", parts.clocks(caller::sees)));
    }

    @GetMapping(path = "/safety/clocks/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Allowed(SAFETY_OFFICER)
    SseEmitter liveClocks(Caller caller) {
        return feed.open(new Reader(CasePageParts.CLOCKS, caller.sites()));
    }

    @GetMapping(path = "/safety/cases", produces = MediaType.TEXT_HTML_VALUE)
    @Allowed(SAFETY_OFFICER)
    ModelAndView cases(Caller caller) {
        return new ModelAndView(
                "safety/cases",
                Map.of(
                        "caller", caller,
                        "parts", parts.cases(caller::sees),
                        "profiles", profiles.all(),
                        "criteria", MinimumCriterion.values(),
                        "reporters", ReporterKind.values()));
    }

    @GetMapping(path = "/safety/cases-live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Allowed(SAFETY_OFFICER)
    SseEmitter liveCases(Caller caller) {
        return feed.open(new Reader(CasePageParts.CASES, caller.sites()));
    }

    @GetMapping(path = "/safety/cases/{caseId}", produces = MediaType.TEXT_HTML_VALUE)
    @Allowed(SAFETY_OFFICER)
    ModelAndView one(@PathVariable String caseId, Caller caller) {
        return sheets.of(caseId)
                .map(sheet -> page(sheet, caller))
                .orElseGet(() -> new Refused(
                                "No case " + caseId + " here", "No case of that name was ever opened.", "CASE_UNKNOWN")
                        .page(HttpStatus.NOT_FOUND, caller));
    }

    @GetMapping(path = "/safety/cases/{caseId}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Allowed(SAFETY_OFFICER)
    SseEmitter liveCase(@PathVariable String caseId, Caller caller) {
        return feed.open(new Reader(caseId, caller.sites()));
    }

    private ModelAndView page(CaseSheet sheet, Caller caller) {
        caller.mustEnter(sheet.opened().subject().site());
        return new ModelAndView("safety/case", Map.of("caller", caller, "sheet", sheet, "parts", parts.of(sheet)));
    }
}
