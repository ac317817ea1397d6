package io.equipoise.platform.audit;

import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Role;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Whether the journal is what it was: every seal recomputed from the commits as they are now. */
@RestController
public final class JournalEndpoint {
    private final ThisService me;
    private final SealBook seals;
    private final int lanes;

    /** The answer: intact only if no lane has a problem. */
    public record Verification(String service, boolean intact, List<SealBook.Verified> lanes) {}

    public JournalEndpoint(ThisService me, SealBook seals, int lanes) {
        this.me = me;
        this.seals = seals;
        this.lanes = lanes;
    }

    @GetMapping("/api/audit/{service}/verification")
    @Allowed({Role.MONITOR, Role.OPERATIONS, Role.ADMINISTRATOR})
    Verification verification(@PathVariable String service) {
        me.mustBe(service);
        var verified = IntStream.range(0, lanes).mapToObj(seals::verify).toList();
        return new Verification(
                service, verified.stream().allMatch(lane -> lane.problems().isEmpty()), verified);
    }
}
