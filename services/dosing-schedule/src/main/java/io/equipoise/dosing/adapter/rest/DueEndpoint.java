package io.equipoise.dosing.adapter.rest;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.equipoise.dosing.application.WhoIsDue;
import io.equipoise.dosing.application.WhoIsDue.Due;
import io.equipoise.dosing.domain.Entry;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is due or overdue on a day, site by site, as far as the caller may see. */
@RestController
final class DueEndpoint {
    private final WhoIsDue whoIsDue;

    DueEndpoint(WhoIsDue whoIsDue) {
        this.whoIsDue = whoIsDue;
    }

    record DueAnswer(String study, LocalDate on, List<SiteDue> sites) {}

    record SiteDue(String site, List<DueLine> due) {}

    record DueLine(
            String subject,
            String entry,
            String title,
            @Nullable Integer dose,
            LocalDate planned,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest,
            Entry.State state,
            Entry.Standing standing,
            @Nullable String because) {
        static DueLine of(Due due) {
            var e = due.entry();
            return new DueLine(
                    due.subject(),
                    e.entry(),
                    e.title(),
                    e.dose(),
                    e.planned(),
                    e.earliest(),
                    e.latest(),
                    e.state(),
                    due.standing(),
                    e.because());
        }
    }

    @GetMapping("/api/studies/{study}/due")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR, Role.PHARMACIST, Role.MONITOR, Role.OPERATIONS})
    DueAnswer due(
            @PathVariable String study,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
            Caller caller) {
        var due = whoIsDue.due(study, on)
                .orElseThrow(
                        () -> new Problem(Refusal.unknown("STUDY_UNKNOWN", "no study of that name is known here")));
        var sites = due.stream()
                .filter(line -> caller.sees(line.site()))
                .collect(groupingBy(Due::site, TreeMap::new, mapping(DueLine::of, toList())));
        return new DueAnswer(
                study,
                on,
                sites.entrySet().stream()
                        .map(site -> new SiteDue(site.getKey(), site.getValue()))
                        .toList());
    }
}
