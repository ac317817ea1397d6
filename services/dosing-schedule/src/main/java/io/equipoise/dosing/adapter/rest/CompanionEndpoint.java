package io.equipoise.dosing.adapter.rest;

import io.equipoise.dosing.application.Unplanned;
import io.equipoise.dosing.application.Unplanned.Accompaniment;
import io.equipoise.dosing.domain.CalendarEvent.CompanionTreatmentRecorded;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Role;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What is given beside the trial dose is recorded here, and never as a dose. */
@RestController
final class CompanionEndpoint {
    private final Unplanned unplanned;

    CompanionEndpoint(Unplanned unplanned) {
        this.unplanned = unplanned;
    }

    record CompanionBody(
            String companion,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String note) {}

    record Recorded(
            String subject,
            String companion,
            String title,
            @Nullable Boolean confounder,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String note) {
        static Recorded of(String subject, CompanionTreatmentRecorded fact) {
            return new Recorded(
                    subject, fact.companion(), fact.title(), fact.confounder(), fact.from(), fact.until(), fact.note());
        }
    }

    @PostMapping("/api/subjects/{subject}/companion-treatments")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR})
    ResponseEntity<Object> record(
            @PathVariable String subject, @RequestBody CompanionBody body, Caller caller, Attribution by) {
        var person = Person.entered(subject, caller);
        var told = new Accompaniment(body.companion(), body.from(), body.until(), body.note());
        return Answers.created(
                unplanned.accompany(person, told, by),
                commit -> "/api/subjects/" + person + "/calendar",
                commit -> Recorded.of(person.toString(), (CompanionTreatmentRecorded)
                        commit.facts().getFirst()));
    }
}
