package io.equipoise.randomization.adapter.rest;

import io.equipoise.contracts.envelope.SealedEnvelope;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Role;
import io.equipoise.randomization.application.BreakingCodes.Need;
import io.equipoise.randomization.application.SealingEnvelopes;
import io.equipoise.randomization.domain.AllocationEvent.OpeningKeyReplacementAsked;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Envelopes for the hour in which nothing of ours answers: sealed, of one size, and told of when one was opened. */
@RestController
class EnvelopesEndpoint {
    private final SealingEnvelopes sealing;

    EnvelopesEndpoint(SealingEnvelopes sealing) {
        this.sealing = sealing;
    }

    record ShareAnswer(String study, int number, String share) {}

    record SealRequest(boolean anew) {}

    record EnvelopeAnswer(String subject, Instant madeAt, String file) {}

    record EnvelopesAnswer(String study, List<EnvelopeAnswer> envelopes) {}

    /** @param replacement that another opening key was asked for; it stands for a day from then */
    record InventoryAnswer(
            String study,
            int sharesGiven,
            List<String> sealed,
            List<String> missing,
            @Nullable ReplacementAsked replacement) {}

    record ReplacementRequest(String reason) {}

    record ReplacementAsked(String study, String askedBy, String reason, Instant at) {}

    record ConfirmationRequest(String askedBy) {}

    record ReplacementAnswer(String study, String askedBy, String confirmedBy) {}

    record ReconciliationRequest(String category, String reason, String openedBy, Instant openedAt) {}

    record ReconciliationAnswer(String subject, String openedBy, Instant openedAt) {}

    /** Once an account; the same command again shows the same share. */
    @PostMapping("/api/studies/{study}/opening-shares")
    @Allowed({Role.INVESTIGATOR, Role.PHARMACIST, Role.DATA_SAFETY_BOARD})
    ResponseEntity<Object> takeShare(@PathVariable String study, Attribution by) {
        return Answers.created(sealing.takeShare(study, by), commit -> {
            var share = sealing.share(study, commit);
            return new ShareAnswer(study, share.number(), share.text());
        });
    }

    @PostMapping("/api/studies/{study}/sealed-envelopes")
    @Allowed({Role.INVESTIGATOR, Role.PHARMACIST})
    ResponseEntity<Object> seal(
            @PathVariable String study, @RequestBody SealRequest request, Caller caller, Attribution by) {
        return Answers.created(
                sealing.seal(study, request.anew(), caller::sees, by),
                commit -> new EnvelopesAnswer(
                        study,
                        sealing.envelopes(study, commit).stream()
                                .map(EnvelopesEndpoint::answer)
                                .toList()));
    }

    @GetMapping("/api/studies/{study}/sealed-envelopes")
    @Allowed({Role.INVESTIGATOR, Role.PHARMACIST, Role.MONITOR})
    InventoryAnswer inventory(@PathVariable String study, Caller caller) {
        var inventory = sealing.inventory(study, caller::sees);
        return new InventoryAnswer(
                study,
                inventory.shares(),
                inventory.sealed(),
                inventory.missing(),
                inventory.asked().map(EnvelopesEndpoint::asked).orElse(null));
    }

    /** The first of the two who replace an opening key whose shares were lost or betrayed. */
    @PostMapping("/api/studies/{study}/opening-key-replacement")
    @Allowed({Role.INVESTIGATOR, Role.PHARMACIST, Role.DATA_SAFETY_BOARD})
    ResponseEntity<Object> askReplacement(
            @PathVariable String study, @RequestBody ReplacementRequest request, Attribution by) {
        return Answers.created(
                sealing.askReplacement(study, request.reason(), by),
                commit -> asked(commit.first(OpeningKeyReplacementAsked.class).orElseThrow()));
    }

    /** The second, who says whose asking it is. No share is in the answer: each is taken by its own account. */
    @PostMapping("/api/studies/{study}/opening-key-replacement/confirmation")
    @Allowed({Role.INVESTIGATOR, Role.PHARMACIST, Role.DATA_SAFETY_BOARD})
    ResponseEntity<Object> confirmReplacement(
            @PathVariable String study, @RequestBody ConfirmationRequest request, Attribution by) {
        return Answers.created(
                sealing.confirmReplacement(study, request.askedBy(), by),
                commit -> new ReplacementAnswer(
                        study, request.askedBy(), commit.by().actor()));
    }

    private static ReplacementAsked asked(OpeningKeyReplacementAsked fact) {
        return new ReplacementAsked(fact.study(), fact.askedBy(), fact.reason(), fact.at());
    }

    /** The same opening reported again changes nothing. */
    @PostMapping("/api/subjects/{subject}/code-breaks/reconciliation")
    @Allowed(Role.INVESTIGATOR)
    ResponseEntity<Object> reconcile(
            @PathVariable String subject, @RequestBody ReconciliationRequest request, Caller caller, Attribution by) {
        var who = Subjects.of(subject);
        caller.mustEnter(who.site());
        var need = new Need(request.category(), request.reason(), request.openedAt());
        return Answers.created(
                sealing.reconcile(who, need, request.openedBy(), by),
                commit -> new ReconciliationAnswer(subject, request.openedBy(), request.openedAt()));
    }

    private static EnvelopeAnswer answer(SealedEnvelope envelope) {
        return new EnvelopeAnswer(envelope.subject().toString(), envelope.madeAt(), envelope.text());
    }
}
