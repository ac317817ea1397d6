package io.equipoise.platform.audit;

import io.equipoise.platform.Refusal;
import io.equipoise.platform.consume.Consumption;
import io.equipoise.platform.consume.DeadLetters;
import io.equipoise.platform.consume.Inbox;
import io.equipoise.platform.consume.Listener;
import io.equipoise.platform.relay.Envelope.Unreadable;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was heard, what waits, what nobody could read; and the command to hear that again. */
@RestController
public final class ConsumingEndpoint {
    private static final int SHOWN = 200;

    private final ThisService me;
    private final Listener listener;
    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final Consumption consumption;

    public ConsumingEndpoint(
            ThisService me, Listener listener, Inbox inbox, DeadLetters deadLetters, Consumption consumption) {
        this.me = me;
        this.listener = listener;
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.consumption = consumption;
    }

    @GetMapping("/api/audit/{service}/consuming")
    @Allowed({Role.MONITOR, Role.OPERATIONS, Role.ADMINISTRATOR})
    Map<String, Object> consuming(@PathVariable String service) {
        me.mustBe(service);
        return Map.of(
                "topics", listener.topics(),
                "delays", consumption.delays(),
                "parkedCount", inbox.parked(),
                "parked", inbox.parkedSummary(SHOWN),
                "deadLetterCount", deadLetters.open(),
                "deadLetters", deadLetters.list(SHOWN));
    }

    @PostMapping("/api/audit/{service}/dead-letters/{letter}/redrive")
    @Allowed({Role.OPERATIONS, Role.ADMINISTRATOR})
    Map<String, Object> redrive(@PathVariable String service, @PathVariable String letter) {
        me.mustBe(service);
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
