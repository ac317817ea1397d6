package io.equipoise.randomization.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import io.equipoise.randomization.domain.AllocationEvent.OpeningKeyReplaced;
import io.equipoise.randomization.domain.AllocationEvent.OpeningKeyReplacementAsked;
import io.equipoise.randomization.domain.EnvelopeCommand.AskReplacement;
import io.equipoise.randomization.domain.EnvelopeCommand.ConfirmReplacement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a study's opening key is replaced, because shares were lost or betrayed: one account asks and says why, another
 * confirms within a day. From then on nobody holds a share and nobody has an envelope, until both are given anew.
 */
record ReplacingKey(Envelopes envelopes) {
    private static final Duration STANDS = Duration.ofDays(1);
    private static final int LONGEST_REASON = 1_000;

    Decision<AllocationEvent> ask(AskReplacement asked) {
        if (envelopes.made() == null) {
            return refuse(Refusal.conflict(
                    "OPENING_KEY_NOT_MADE", "The study has no opening key yet; the first share makes it."));
        }
        var before = standing(asked.at());
        if (before.isPresent()) {
            return refuse(Refusal.conflict(
                    "KEY_REPLACEMENT_ASKED_ALREADY",
                    "%s asked for it at %s; another account confirms it within a day."
                            .formatted(before.get().askedBy(), before.get().at())));
        }
        var reason = asked.reason().strip();
        if (reason.length() < CodeBreakObstacle.SHORTEST_REASON) {
            return refuse(CodeBreakObstacle.REASON_TOO_SHORT.refusal());
        }
        return reason.length() > LONGEST_REASON
                ? refuse(Refusal.invalid(
                        "TEXT_TOO_LONG", "A reason has at most " + LONGEST_REASON + " characters.", "/reason"))
                : accept(new OpeningKeyReplacementAsked(asked.study(), asked.by(), reason, asked.at()));
    }

    Decision<AllocationEvent> confirm(ConfirmReplacement confirmed) {
        var asked = standing(confirmed.at());
        if (asked.isEmpty() || !asked.get().askedBy().equals(confirmed.askedBy())) {
            return refuse(Refusal.conflict(
                    "KEY_REPLACEMENT_NOT_ASKED",
                    "Nobody of this name has asked for another opening key within the last day.",
                    "/askedBy"));
        }
        return asked.get().askedBy().equals(confirmed.by())
                ? refuse(Refusal.conflict(
                        "SECOND_PERSON_MISSING", "Another account than the one that asked has to confirm it."))
                : accept(new OpeningKeyReplaced(
                        confirmed.study(),
                        confirmed.fresh(),
                        confirmed.slopes(),
                        asked.get().askedBy(),
                        confirmed.by(),
                        asked.get().reason()));
    }

    private Optional<OpeningKeyReplacementAsked> standing(Instant now) {
        return envelopes.asked().filter(asked -> now.isBefore(asked.at().plus(STANDS)));
    }
}
