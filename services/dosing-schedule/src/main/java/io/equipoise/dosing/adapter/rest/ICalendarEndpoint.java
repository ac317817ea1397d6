package io.equipoise.dosing.adapter.rest;

import io.equipoise.dosing.application.Calendars;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** One person's calendar, or a whole site's, for a calendar program. */
@RestController
final class ICalendarEndpoint {
    private static final MediaType TEXT_CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Calendars calendars;
    private final Clock clock;

    ICalendarEndpoint(Calendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    @GetMapping("/api/subjects/{subject}/calendar.ics")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR, Role.PHARMACIST, Role.MONITOR, Role.OPERATIONS})
    ResponseEntity<String> person(@PathVariable String subject, Caller caller) {
        var person = Person.entered(subject, caller);
        var shown = calendars
                .shown(person, clock.instant())
                .orElseThrow(() -> new Problem(
                        Refusal.unknown("NO_CALENDAR", "%s has no calendar, or not yet".formatted(person))));
        return answer(new ICalendar(person.toString()).with(person.toString(), shown));
    }

    @GetMapping("/api/studies/{study}/sites/{site}/calendar.ics")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR, Role.PHARMACIST, Role.MONITOR, Role.OPERATIONS})
    ResponseEntity<String> site(@PathVariable String study, @PathVariable String site, Caller caller) {
        caller.mustEnter(site);
        if (!calendars.knows(study)) {
            throw new Problem(Refusal.unknown("STUDY_UNKNOWN", "no study of that name is known here"));
        }
        var all = new ICalendar(study + " site " + site);
        for (var person : calendars.peopleWithCalendar(study, site)) {
            calendars.shown(person, clock.instant()).ifPresent(shown -> all.with(person.toString(), shown));
        }
        return answer(all);
    }

    private static ResponseEntity<String> answer(ICalendar calendar) {
        return ResponseEntity.ok().contentType(TEXT_CALENDAR).body(calendar.text());
    }
}
