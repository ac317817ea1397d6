package io.equipoise.platform.audit;

import io.equipoise.platform.consume.Consumption;
import io.equipoise.platform.consume.DeadLetters;
import io.equipoise.platform.consume.Inbox;
import io.equipoise.platform.consume.Listener;
import io.equipoise.platform.projection.Projections;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Role;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was heard, what waits, what nobody could read; and the commands to hear it again. */
@RestController
public final class ConsumingEndpoint {
    private static final int SHOWN = 200;

    private final Listener listener;
    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final Projections projections;
    private final Consumption consumption;

    public ConsumingEndpoint(
            Listener listener, Inbox inbox, DeadLetters deadLetters, Projections projections, Consumption consumption) {
        this.listener = listener;
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.projections = projections;
        this.consumption = consumption;
    }

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
}
