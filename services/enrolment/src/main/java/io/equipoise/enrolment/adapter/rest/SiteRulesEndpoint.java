package io.equipoise.enrolment.adapter.rest;

import io.equipoise.enrolment.application.SiteRuling;
import io.equipoise.enrolment.application.SiteRuling.Ruling;
import io.equipoise.enrolment.domain.EnrolmentEvent;
import io.equipoise.enrolment.domain.SiteRule;
import io.equipoise.enrolment.domain.SiteRulesEvent.SiteRulesSet;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The door where a site gets eligibility rules of its own under a study, and where they are looked up. */
@RestController
class SiteRulesEndpoint {
    private final SiteRuling ruling;

    SiteRulesEndpoint(SiteRuling ruling) {
        this.ruling = ruling;
    }

    record NewRules(LocalDate on, String reason, List<SiteRule> rules) {}

    /** Every set that the site had, the newest last. */
    record History(String study, String site, List<Version> versions) {}

    record Version(
            int version,
            LocalDate on,
            int definitionVersion,
            List<SiteRule> rules,
            String reason,
            String by,
            String role,
            Instant recordedAt) {}

    @PostMapping("/api/studies/{study}/site-rules/{site}")
    @Allowed({Role.OPERATIONS, Role.ADMINISTRATOR})
    ResponseEntity<Object> set(
            @PathVariable String study,
            @PathVariable String site,
            @RequestBody NewRules body,
            Caller caller,
            Attribution by) {
        enter(study, site, caller);
        Doors.notTooLong("reason", body.reason());
        Doors.notTooMany("TOO_MANY_RULES", "rules", body.rules());
        for (int n = 0; n < body.rules().size(); n++) {
            var rule = body.rules().get(n);
            Doors.notTooLong("rules/" + n + "/text", rule.text());
            Doors.notTooLong("rules/" + n + "/when", rule.when());
        }
        return Answers.created(
                ruling.set(study, site, new Ruling(body.rules(), body.on(), body.reason()), by),
                commit -> commit.first(SiteRulesSet.class)
                        .<Object>map(set -> Map.of("study", study, "site", site, "version", set.version()))
                        .orElseGet(() -> Map.of("study", study, "site", site)));
    }

    @GetMapping("/api/studies/{study}/site-rules/{site}")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR, Role.MONITOR, Role.OPERATIONS, Role.ADMINISTRATOR})
    History history(@PathVariable String study, @PathVariable String site, Caller caller) {
        enter(study, site, caller);
        return new History(
                study,
                site,
                ruling.history(study, site).stream()
                        .flatMap(SiteRulesEndpoint::version)
                        .toList());
    }

    private static void enter(String study, String site, Caller caller) {
        Doors.study(study);
        Doors.site(site);
        caller.mustEnter(site);
    }

    private static Stream<Version> version(Commit<EnrolmentEvent> commit) {
        return commit.first(SiteRulesSet.class).stream()
                .map(set -> new Version(
                        set.version(),
                        set.on(),
                        set.definitionVersion(),
                        set.rules(),
                        set.reason(),
                        commit.by().actor(),
                        commit.by().role(),
                        commit.by().recordedAt()));
    }
}
