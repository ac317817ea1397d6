package io.equipoise.platform.audit;

import io.equipoise.platform.Refusal;
import io.equipoise.platform.consume.Consumption;
import io.equipoise.platform.consume.DeadLetters;
import io.equipoise.platform.consume.Inbox;
import io.equipoise.platform.consume.Listener;
import io.equipoise.platform.projection.ProjectionCheck.Compared;
import io.equipoise.platform.projection.Replays;
import io.equipoise.platform.relay.Envelope.Unreadable;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was heard, what waits, what nobody could read; and the commands to hear it again. */
@RestController
public final class ConsumingEndpoint {
    private static final int SHOWN = 200;

    private final Listener listener;
    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final Replays replays;
    private final Consumption consumption;

    public ConsumingEndpoint(
            Listener listener, Inbox inbox, DeadLetters deadLetters, Replays replays, Consumption consumption) {
        this.listener = listener;
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.replays = replays;
        this.consumption = consumption;
    }

    /** One read model, and whether a fresh replay gives the same. */
    public record Look(String collection, long documents, boolean equal) {}

    /** All of a service's read models. */
    public record Looks(String service, boolean equal, List<Look> collections) {}

    @GetMapping("/api/audit/{service}/consuming")
    @Allowed({Role.MONITOR, Role.OPERATIONS, Role.ADMINISTRATOR})
    Map<String, Object> consuming() {
        return Map.of(
                "topics", listener.topics(),
                "delays", consumption.delays(),
                "parkedCount", inbox.parked(),
                "parked", inbox.parkedSummary(SHOWN),
                "deadLetterCount", deadLetters.open(),
                "deadLetters", deadLetters.list(SHOWN));
    }

    @GetMapping("/api/audit/{service}/projections")
    @Allowed({Role.MONITOR, Role.OPERATIONS, Role.ADMINISTRATOR})
    Looks projections(@PathVariable String service) {
        var compared = replays.compare();
        return new Looks(
                service,
                compared.stream().allMatch(Compared::equal),
                compared.stream()
                        .map(c -> new Look(c.collection(), c.documents(), c.equal()))
                        .toList());
    }

    @PostMapping("/api/audit/{service}/rebuild")
    @Allowed(Role.ADMINISTRATOR)
    Map<String, Object> rebuild(@PathVariable String service) {
        replays.rebuild();
        return Map.of("service", service, "rebuilding", true);
    }

    @PostMapping("/api/audit/{service}/dead-letters/{letter}/redrive")
    @Allowed({Role.OPERATIONS, Role.ADMINISTRATOR})
    Map<String, Object> redrive(@PathVariable String letter) {
        var found = deadLetters
                .find(letter)
                .orElseThrow(() -> new Problem(Refusal.unknown("DEAD_LETTER_UNKNOWN", "there is no " + letter)));
        try {
            listener.redrive(found.getString("topic"), found.getInteger("partition"), found.getLong("offset"));
        } catch (Unreadable still) {
            throw new Problem(Refusal.conflict("DEAD_LETTER_UNREADABLE", "still unreadable: " + still.getMessage()));
        }
        deadLetters.settled(letter);
        return Map.of("letter", letter, "state", "REDRIVEN");
    }
}
