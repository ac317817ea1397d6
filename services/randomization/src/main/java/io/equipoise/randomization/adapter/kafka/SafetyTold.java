package io.equipoise.randomization.adapter.kafka;

import io.equipoise.platform.hpke.RecipientKey;
import io.equipoise.platform.relay.Message;
import io.equipoise.randomization.domain.SafetyEvent;
import io.equipoise.randomization.domain.SafetyEvent.BrokenForSafety;
import io.equipoise.randomization.domain.SafetyEvent.SafetyBreakRefused;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is told of a code that was broken for a safety report: to everybody that it was, and what it says to the safety
 * office alone, sealed to adverse-event's key.
 */
public final class SafetyTold {
    /** What is sealed is sealed for this and passes for nothing else. */
    static final String PURPOSE = "equipoise.safety-unblinding.v1";

    private final Optional<RecipientKey> safetyOffice;

    public SafetyTold(Optional<RecipientKey> safetyOffice) {
        this.safetyOffice = safetyOffice;
    }

    record Unblinding(
            String subject, String study, String site, String event, String brokenBy, Instant at, String sealed) {}

    List<Message> of(SafetyEvent event) {
        return switch (event) {
            case BrokenForSafety broken ->
                List.of(
                        new Message(AllocationLanguage.BLINDED, "CodeBroken.v1", Told.of(broken)),
                        new Message(AllocationLanguage.RESTRICTED, "SafetyUnblinding.v1", unblinding(broken)));
            case SafetyBreakRefused forTheAudit -> List.of();
        };
    }

    private Unblinding unblinding(BrokenForSafety broken) {
        var key = safetyOffice.orElseThrow(() -> new IllegalStateException(
                "a code was broken for safety and there is no key to seal it with: set the line sealing="));
        var bound =
                String.join("|", broken.subject(), broken.event(), broken.at().toString());
        return new Unblinding(
                broken.subject(),
                broken.study(),
                broken.site(),
                broken.event(),
                broken.brokenBy(),
                broken.at(),
                key.seal(PURPOSE, bound, broken.arm().padded()));
    }
}
