package io.equipoise.adverseevent.adapter.rest;

import static io.equipoise.platform.web.Role.SAFETY_OFFICER;

import io.equipoise.adverseevent.application.Unblindings;
import io.equipoise.adverseevent.domain.Unblinding;
import io.equipoise.adverseevent.domain.UnblindingFact.TreatmentRead;
import io.equipoise.adverseevent.domain.UnblindingFact.TreatmentUnblinded;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Doors of the safety office to what was unblinded for it: that it was and who looked, and the look itself. */
@RestController
class UnblindingEndpoint {
    private final Unblindings unblindings;

    UnblindingEndpoint(Unblindings unblindings) {
        this.unblindings = unblindings;
    }

    record BreakShown(String brokenBy, Instant brokenAt) {}

    record LookShown(String by, Instant at) {}

    record UnblindingShown(String event, String subject, List<BreakShown> broken, List<LookShown> looks) {}

    @GetMapping("/api/safety/unblindings/{event}")
    @Allowed(SAFETY_OFFICER)
    UnblindingShown unblinding(@PathVariable String event, Caller caller) {
        var known = enter(event, caller);
        return new UnblindingShown(
                event,
                known.latest().orElseThrow().subject().toString(),
                known.told().stream()
                        .map(one -> new BreakShown(one.brokenBy(), one.brokenAt()))
                        .toList(),
                known.looks().stream().map(UnblindingEndpoint::shown).toList());
    }

    /** Names an arm, as nothing else of this service does but the unblinded papers ({@link UnblindedPapersEndpoint}). */
    @PostMapping("/api/safety/unblindings/{event}/looks")
    @Allowed(SAFETY_OFFICER)
    ResponseEntity<Object> look(@PathVariable String event, Caller caller, Attribution by) {
        enter(event, caller);
        return Answers.created(unblindings.look(event, by), commit -> unblindings.seen(event));
    }

    private Unblinding enter(String event, Caller caller) {
        var known = unblindings.of(event);
        var site = known.latest()
                .map(TreatmentUnblinded::subject)
                .orElseThrow(() -> new Problem(Refusal.unknown(
                        "UNBLINDING_UNKNOWN", "This event's subject is blind: no code was broken for it.")))
                .site();
        caller.mustEnter(site);
        return known;
    }

    private static LookShown shown(TreatmentRead look) {
        return new LookShown(look.by(), look.at());
    }
}
