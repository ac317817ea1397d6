package io.equipoise.dosing.adapter.rest;

import io.equipoise.contracts.SubjectId;
import io.equipoise.dosing.application.Amendments;
import io.equipoise.dosing.application.Calendars;
import io.equipoise.dosing.domain.CalendarCommand;
import io.equipoise.dosing.domain.CalendarCommand.Hold;
import io.equipoise.dosing.domain.CalendarCommand.Miss;
import io.equipoise.dosing.domain.CalendarCommand.Release;
import io.equipoise.dosing.domain.CalendarEvent;
import io.equipoise.dosing.domain.DosingEvent;
import io.equipoise.dosing.domain.Entry;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** One person's calendar: seen, and each of its doses held, released or given up. */
@RestController
final class CalendarEndpoint {
    private final Calendars calendars;
    private final Amendments amendments;
    private final Clock clock;

    CalendarEndpoint(Calendars calendars, Amendments amendments, Clock clock) {
        this.calendars = calendars;
        this.amendments = amendments;
        this.clock = clock;
    }

    record Reasoned(LocalDate on, String reason) {}

    record Steered(String subject, int dose, Entry.State state, LocalDate on, String reason) {}

    @GetMapping("/api/subjects/{subject}/calendar")
    @Allowed({
        Role.SITE_COORDINATOR,
        Role.INVESTIGATOR,
        Role.PHARMACIST,
        Role.SAFETY_OFFICER,
        Role.MONITOR,
        Role.OPERATIONS
    })
    CalendarAnswer calendar(@PathVariable String subject, Caller caller) {
        return shown(Person.entered(subject, caller));
    }

    @PostMapping("/api/subjects/{subject}/first-dose")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR})
    ResponseEntity<Object> firstDose(
            @PathVariable String subject, @RequestBody Reasoned body, Caller caller, Attribution by) {
        var person = Person.entered(subject, caller);
        return Answers.ok(
                calendars.firstDose(person, body.on(), by.withReason(body.reason())), commit -> shown(person));
    }

    private CalendarAnswer shown(SubjectId person) {
        return calendars
                .shown(person, clock.instant())
                .map(shown -> CalendarAnswer.of(person.toString(), shown))
                .orElseThrow(() -> new Problem(
                        Refusal.unknown("NO_CALENDAR", "%s has no calendar, or not yet".formatted(person))));
    }

    @PostMapping("/api/subjects/{subject}/calendar/amendment")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR})
    ResponseEntity<Object> amend(
            @PathVariable String subject, @RequestBody Reasoned body, Caller caller, Attribution by) {
        var person = Person.entered(subject, caller);
        return Answers.ok(amendments.amend(person, body.on(), body.reason(), by), commit -> shown(person));
    }

    @PostMapping("/api/subjects/{subject}/doses/{dose}/hold")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR})
    ResponseEntity<Object> hold(
            @PathVariable String subject,
            @PathVariable int dose,
            @RequestBody Reasoned body,
            Caller caller,
            Attribution by) {
        var command = new Hold(dose, body.on(), body.reason(), by.recordedAt());
        return steer(subject, command, caller, by);
    }

    @PostMapping("/api/subjects/{subject}/doses/{dose}/release")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR})
    ResponseEntity<Object> release(
            @PathVariable String subject,
            @PathVariable int dose,
            @RequestBody Reasoned body,
            Caller caller,
            Attribution by) {
        var command = new Release(dose, body.on(), body.reason(), by.recordedAt());
        return steer(subject, command, caller, by);
    }

    @PostMapping("/api/subjects/{subject}/doses/{dose}/missed")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR})
    ResponseEntity<Object> missed(
            @PathVariable String subject,
            @PathVariable int dose,
            @RequestBody Reasoned body,
            Caller caller,
            Attribution by) {
        var command = new Miss(dose, body.on(), body.reason(), by.recordedAt());
        return steer(subject, command, caller, by);
    }

    record Permitted(String subject, int dose, LocalDate on, LocalDate suspendedAsOf, String reason, String by) {}

    @PostMapping("/api/subjects/{subject}/doses/{dose}/permission")
    @Allowed({Role.SAFETY_OFFICER, Role.DATA_SAFETY_BOARD})
    ResponseEntity<Object> permit(
            @PathVariable String subject,
            @PathVariable int dose,
            @RequestBody Reasoned body,
            Caller caller,
            Attribution by) {
        var person = Person.entered(subject, caller);
        return Answers.ok(calendars.permit(person, dose, body.on(), body.reason(), by), commit -> {
            var fact = (CalendarEvent.DosePermitted) commit.facts().getFirst();
            return new Permitted(
                    person.toString(),
                    fact.dose(),
                    fact.on(),
                    fact.suspendedAsOf(),
                    fact.reason(),
                    commit.by().actor());
        });
    }

    private ResponseEntity<Object> steer(String subject, CalendarCommand command, Caller caller, Attribution by) {
        var person = Person.entered(subject, caller);
        return Answers.ok(calendars.handle(person, command, by), commit -> steered(person.toString(), commit));
    }

    private static Steered steered(String subject, Commit<DosingEvent> commit) {
        return switch (commit.facts().getFirst()) {
            case CalendarEvent.DoseHeld(var dose, var on, var why) ->
                new Steered(subject, dose, Entry.State.HELD, on, why);
            case CalendarEvent.DoseReleased(var dose, var on, var why) ->
                new Steered(subject, dose, Entry.State.PLANNED, on, why);
            case CalendarEvent.DoseMissed(var dose, var on, var why) ->
                new Steered(subject, dose, Entry.State.MISSED, on, why);
            default -> throw new IllegalStateException("not a hold, release or missed dose: " + commit);
        };
    }
}
