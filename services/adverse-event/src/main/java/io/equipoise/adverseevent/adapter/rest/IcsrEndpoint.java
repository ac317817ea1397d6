package io.equipoise.adverseevent.adapter.rest;

import static io.equipoise.platform.web.Role.SAFETY_OFFICER;

import io.equipoise.adverseevent.application.CaseReporting;
import io.equipoise.adverseevent.application.E2bFormat;
import io.equipoise.adverseevent.domain.CaseFact.CaseOpened;
import io.equipoise.adverseevent.domain.icsr.Expedited;
import io.equipoise.adverseevent.domain.icsr.Finding;
import io.equipoise.adverseevent.domain.icsr.Profile;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Doors for a safety officer: a case, or several, as the file that an authority takes, and what it would object to. */
@RestController
class IcsrEndpoint {
    private static final int MOST_CASES = 100;
    private final CaseReporting reporting;
    private final E2bFormat files;
    private final Clock clock;

    IcsrEndpoint(CaseReporting reporting, E2bFormat files, Clock clock) {
        this.reporting = reporting;
        this.files = files;
        this.clock = clock;
    }

    @GetMapping("/api/safety/cases/{case}/icsr")
    @Allowed(SAFETY_OFFICER)
    ResponseEntity<byte[]> report(
            @PathVariable("case") String caseId, @RequestParam(defaultValue = "ICH") String profile, Caller caller) {
        return file(List.of(caseId), profile, caller);
    }

    @GetMapping("/api/safety/icsr-batch")
    @Allowed(SAFETY_OFFICER)
    ResponseEntity<byte[]> batch(
            @RequestParam(defaultValue = "") List<String> cases,
            @RequestParam(defaultValue = "ICH") String profile,
            Caller caller) {
        if (cases.isEmpty() || cases.size() > MOST_CASES) {
            throw Problem.badRequest("FIELD_MALFORMED", "name 1 to " + MOST_CASES + " cases", "cases");
        }
        return file(cases.stream().distinct().toList(), profile, caller);
    }

    @GetMapping("/api/safety/cases/{case}/icsr/findings")
    @Allowed(SAFETY_OFFICER)
    List<Map<String, Object>> findings(
            @PathVariable("case") String caseId, @RequestParam(defaultValue = "ICH") String profile, Caller caller) {
        var opened = entered(reporting, caseId, caller);
        var answer = reporting.report(List.of(opened), profile(profile), clock.instant());
        return answer.findings().getOrDefault(caseId, List.of()).stream()
                .map(IcsrEndpoint::shown)
                .toList();
    }

    @GetMapping("/api/safety/cases/{case}/icsr/expedited")
    @Allowed(SAFETY_OFFICER)
    Expedited expedited(
            @PathVariable("case") String caseId, @RequestParam(defaultValue = "ICH") String profile, Caller caller) {
        return reporting.expedited(entered(reporting, caseId, caller), profile(profile), clock.instant());
    }

    private ResponseEntity<byte[]> file(List<String> cases, String profile, Caller caller) {
        var opened = new ArrayList<CaseOpened>();
        cases.forEach(each -> opened.add(entered(reporting, each, caller)));
        return file(files, reporting.report(opened, profile(profile), clock.instant()));
    }

    /** The batch as a file, unless its receiver would reject it. */
    static ResponseEntity<byte[]> file(E2bFormat files, CaseReporting.Answer answer) {
        if (answer.rejected()) {
            throw new Problem(Refusal.conflict(
                    "ICSR_NOT_VALID",
                    "the authority would reject this file: mend what is named",
                    answer.objections().toArray(String[]::new)));
        }
        var number = answer.batch().header().text("N.1.2").orElse("batch");
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + number + ".xml\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(files.write(answer.batch()));
    }

    /** The case, if there is one and this person may see its site. */
    static CaseOpened entered(CaseReporting reporting, String caseId, Caller caller) {
        var opened = reporting
                .opened(caseId)
                .orElseThrow(() -> new Problem(Refusal.unknown("CASE_UNKNOWN", "no such case was ever opened")));
        caller.mustEnter(opened.subject().site());
        return opened;
    }

    static Profile profile(String said) {
        for (var profile : Profile.values()) {
            if (profile.name().equals(said)) {
                return profile;
            }
        }
        throw Problem.badRequest("FIELD_MALFORMED", "profile is ICH or FDA_IND", "/profile");
    }

    private static Map<String, Object> shown(Finding finding) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("rule", finding.rule());
        shown.put("rejected", finding.rejected());
        shown.put("element", finding.place().toString());
        shown.put("right", finding.right());
        return shown;
    }
}
