package io.equipoise.randomization.adapter.rest;

import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Role;
import io.equipoise.randomization.application.Treating;
import io.equipoise.randomization.domain.AllocationEvent;
import io.equipoise.randomization.domain.AllocationEvent.KitDispensed;
import io.equipoise.randomization.domain.AllocationEvent.KitReturned;
import io.equipoise.randomization.domain.AllocationEvent.SubjectRandomized;
import io.equipoise.randomization.domain.AllocationEvent.SubjectRerandomized;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Randomization, dispensing and returns of one subject. */
@RestController
@RequestMapping("/api/subjects/{subject}")
class TreatmentEndpoint {
    private final Treating treating;

    TreatmentEndpoint(Treating treating) {
        this.treating = treating;
    }

    record RandomizationRequest(LocalDate randomizedOn) {}

    record RandomizationAnswer(String subject, int ordinal, LocalDate randomizedOn) {}

    record DispensationRequest(int dose, Instant dispensedAt) {}

    record DispensationAnswer(String subject, String kit, String packagingLot, int dose) {}

    record ReturnRequest(String kit, Instant returnedAt, String reason) {}

    record ReturnAnswer(String subject, String kit, int dose, Instant returnedAt) {}

    /** Once a subject: asked again for the same day, under whatever key, it answers the same with 200. */
    @PostMapping("/randomization")
    @Allowed(Role.INVESTIGATOR)
    ResponseEntity<Object> randomize(
            @PathVariable String subject, @RequestBody RandomizationRequest request, Caller caller, Attribution by) {
        var who = Subjects.of(subject);
        caller.mustEnter(who.site());
        var outcome = treating.randomize(who, request.randomizedOn(), by);
        return outcome instanceof Outcome.Unchanged<AllocationEvent>
                ? ResponseEntity.ok(standing(who))
                : Answers.created(outcome, TreatmentEndpoint::answer);
    }

    @PostMapping("/second-randomization")
    @Allowed(Role.INVESTIGATOR)
    ResponseEntity<Object> randomizeAgain(
            @PathVariable String subject, @RequestBody RandomizationRequest request, Caller caller, Attribution by) {
        var who = Subjects.of(subject);
        caller.mustEnter(who.site());
        return Answers.created(treating.rerandomize(who, request.randomizedOn(), by), TreatmentEndpoint::answer);
    }

    @PostMapping("/dispensations")
    @Allowed(Role.PHARMACIST)
    ResponseEntity<Object> dispense(
            @PathVariable String subject, @RequestBody DispensationRequest request, Caller caller, Attribution by) {
        var who = Subjects.of(subject);
        caller.mustEnter(who.site());
        return Answers.created(
                treating.dispense(who, request.dose(), request.dispensedAt(), by), TreatmentEndpoint::answer);
    }

    @PostMapping("/kit-returns")
    @Allowed(Role.PHARMACIST)
    ResponseEntity<Object> takeBack(
            @PathVariable String subject, @RequestBody ReturnRequest request, Caller caller, Attribution by) {
        var who = Subjects.of(subject);
        caller.mustEnter(who.site());
        return Answers.created(
                treating.takeBack(who, request.kit(), request.returnedAt(), request.reason(), by),
                TreatmentEndpoint::answer);
    }

    private RandomizationAnswer standing(SubjectId subject) {
        var place = treating.placeOf(subject).orElseThrow();
        return new RandomizationAnswer(subject.toString(), place.ordinal(), place.randomizedOn());
    }

    /** The blinded fact of a commit; another fact here is a bug, and says no more than that. */
    private static Object answer(Commit<AllocationEvent> commit) {
        return switch (commit.facts().getFirst()) {
            case SubjectRandomized fact -> new RandomizationAnswer(fact.subject(), fact.ordinal(), fact.randomizedOn());
            case SubjectRerandomized fact ->
                new RandomizationAnswer(fact.subject(), fact.ordinal(), fact.randomizedOn());
            case KitDispensed fact ->
                new DispensationAnswer(fact.subject(), fact.kit(), fact.packagingLot(), fact.dose());
            case KitReturned fact -> new ReturnAnswer(fact.subject(), fact.kit(), fact.dose(), fact.returnedAt());
            case AllocationEvent.ListDrawn other -> throw notHere();
            case AllocationEvent.SequencesSettled other -> throw notHere();
            case AllocationEvent.ListDrafted other -> throw notHere();
            case AllocationEvent.ListApproved other -> throw notHere();
            case AllocationEvent.ListReleased other -> throw notHere();
            case AllocationEvent.SchemeDeclared other -> throw notHere();
            case AllocationEvent.SeedCommitted other -> throw notHere();
            case AllocationEvent.ArmAllocated other -> throw notHere();
            case AllocationEvent.AssignmentTaken other -> throw notHere();
            case AllocationEvent.ArmReallocated other -> throw notHere();
            case AllocationEvent.KitsReceived other -> throw notHere();
            case AllocationEvent.ProductOriginNoted other -> throw notHere();
            case AllocationEvent.CodeBroken other -> throw notHere();
            case AllocationEvent.OfEnvelopes other -> throw notHere();
            case AllocationEvent.CodeBreakAssessed other -> throw notHere();
            case AllocationEvent.CodeBreakRequested other -> throw notHere();
            case AllocationEvent.CodeBreakRefused other -> throw notHere();
            case AllocationEvent.OfSafety other -> throw notHere();
            case AllocationEvent.Supplied other -> throw notHere();
        };
    }

    private static IllegalStateException notHere() {
        return new IllegalStateException("a fact that this door does not tell");
    }
}
