package io.equipoise.adverseevent.adapter.kafka;

import io.equipoise.adverseevent.application.Unblindings;
import io.equipoise.adverseevent.domain.Treatment;
import io.equipoise.adverseevent.domain.Unblinding;
import io.equipoise.adverseevent.domain.UnblindingFact.TreatmentUnblinded;
import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.consume.Heard;
import io.equipoise.platform.consume.Reaction;
import io.equipoise.platform.hpke.RecipientSecret;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Hears of topic {@code allocation} the codes that a safety officer had broken, and opens them with this service's key. The
 * rest of that topic is sealed with keys that are not here, and is passed over.
 */
public final class UnblindingEar implements Reaction {
    private static final String TOPIC = "allocation";
    private static final String PURPOSE = "equipoise.safety-unblinding.v1";

    private final Unblindings unblindings;
    private final Unsealing unsealing;
    private final Clock clock;

    public UnblindingEar(Unblindings unblindings, Optional<RecipientSecret> key, Clock clock) {
        this.unblindings = unblindings;
        this.unsealing = new Unsealing(key, PURPOSE);
        this.clock = clock;
    }

    @Override
    public Set<String> topics() {
        return Set.of(TOPIC);
    }

    @Override
    public void react(Heard heard) {
        if (heard.type().equals("SafetyUnblinding.v1")) {
            var subject = SubjectId.parse(heard.text("subject")).orElseThrow();
            var at = Instant.parse(heard.text("at"));
            if (!isKept(unblindings.of(heard.text("event")), at)) {
                var told =
                        new TreatmentUnblinded(heard.text("event"), subject, heard.text("brokenBy"), at, opened(heard));
                unblindings.keep(told, heard.attribution("adverse-event", clock.instant(), "unblinding"));
            }
        }
    }

    /** What is known needs no key: the one that it was sealed to may be gone since. */
    private static boolean isKept(Unblinding unblinding, Instant at) {
        return unblinding.told().stream().anyMatch(known -> known.brokenAt().equals(at));
    }

    private Treatment opened(Heard heard) {
        var bound = String.join("|", heard.text("subject"), heard.text("event"), heard.text("at"));
        return new Treatment(unsealing.open(bound, heard.text("sealed")));
    }
}
