package io.equipoise.platform.audit;

import static io.equipoise.platform.audit.Page.AFTER;
import static io.equipoise.platform.audit.Page.LANE;
import static io.equipoise.platform.audit.Page.LIMIT;

import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which seals of another service were written down here, by the last position under them. */
@RestController
public final class AnchorsEndpoint {
    private static final Pattern SERVICE = Pattern.compile("[a-z][a-z-]{0,39}");
    private static final String OF = "of";

    private final ThisService me;
    private final AnchorBook<?> book;

    public AnchorsEndpoint(ThisService me, AnchorBook<?> book) {
        this.me = me;
        this.book = book;
    }

    /** In order of position; none after the last. */
    public record Anchors(String service, String of, List<Anchor> anchors) {}

    @GetMapping("/api/audit/{service}/anchors")
    @Allowed({Role.MONITOR, Role.OPERATIONS, Role.ADMINISTRATOR})
    Anchors anchors(@PathVariable String service, @RequestParam MultiValueMap<String, String> asked) {
        me.mustBe(service);
        var query = Query.of(asked, OF, LANE, AFTER, LIMIT);
        var of = query.text(OF, SERVICE)
                .orElseThrow(() -> Problem.badRequest("PARAMETER_MISSING", "of which service? say of=...", OF));
        return new Anchors(service, of, book.of(of, Page.of(query, Integer.MAX_VALUE)));
    }
}
