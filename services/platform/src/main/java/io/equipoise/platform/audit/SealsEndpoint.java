package io.equipoise.platform.audit;

import io.equipoise.platform.Refusal;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The chain of seals, to be compared with what others wrote down of it, and its newest ones signed, to be taken away. */
@RestController
public final class SealsEndpoint {
    private final ThisService me;
    private final SealBook book;
    private final int lanes;
    private final Optional<PrivateKey> key;
    private final Clock clock;

    public SealsEndpoint(ThisService me, SealBook book, int lanes, Optional<PrivateKey> key, Clock clock) {
        this.me = me;
        this.book = book;
        this.lanes = lanes;
        this.key = key;
        this.clock = clock;
    }

    /** A lane's seals in order; none after the last. */
    public record Seals(String service, int lane, List<Seal> seals) {}

    @GetMapping("/api/audit/{service}/seals")
    @Allowed({Role.MONITOR, Role.OPERATIONS, Role.ADMINISTRATOR})
    Seals seals(@PathVariable String service, @RequestParam MultiValueMap<String, String> asked) {
        me.mustBe(service);
        var page = Page.of(asked, lanes);
        return new Seals(service, page.lane(), book.after(page));
    }

    @GetMapping("/api/audit/{service}/seals/export")
    @Allowed({Role.MONITOR, Role.OPERATIONS, Role.ADMINISTRATOR})
    SealExport export(@PathVariable String service) {
        me.mustBe(service);
        var signing = key.orElseThrow(() -> new Problem(Refusal.conflict(
                "SIGNING_KEY_MISSING", "this installation has no signing key: set EQUIPOISE_KEYSSIGNING")));
        var newest = IntStream.range(0, lanes).mapToObj(book::newest).toList();
        return SealExport.signed(service, clock.instant().truncatedTo(ChronoUnit.SECONDS), newest, signing);
    }
}
