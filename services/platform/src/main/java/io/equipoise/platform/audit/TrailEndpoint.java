package io.equipoise.platform.audit;

import static io.equipoise.platform.audit.Page.AFTER;
import static io.equipoise.platform.audit.Page.LANE;
import static io.equipoise.platform.audit.Page.LIMIT;

import io.equipoise.platform.audit.AuditTrail.Entry;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Role;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit trail, to be read from the first commit to the last, or along one stream. */
@RestController
public final class TrailEndpoint {
    private static final String STREAM = "stream";
    private static final Pattern STREAM_FORM = Pattern.compile("[a-z][a-z-]{0,39}(/[A-Za-z0-9._-]{1,80}){1,3}");

    private final ThisService me;
    private final AuditTrail trail;
    private final int lanes;

    public TrailEndpoint(ThisService me, AuditTrail trail, int lanes) {
        this.me = me;
        this.trail = trail;
        this.lanes = lanes;
    }

    /**
     * A page of it.
     *
     * @param next ask for what is after this position; none if this was the last page
     */
    public record Trail(
            String service,
            int lane,
            List<Entry> commits,
            @Nullable Long next) {}

    /** Whoever reads a trail reads of all sites: an account of some sites only is refused. */
    @GetMapping("/api/audit/{service}/commits")
    @Allowed({Role.MONITOR, Role.OPERATIONS, Role.ADMINISTRATOR})
    Trail commits(@PathVariable String service, @RequestParam MultiValueMap<String, String> asked, Caller caller) {
        me.mustBe(service);
        caller.mustSeeEverySite();
        var query = Query.of(asked, STREAM, LANE, AFTER, LIMIT);
        var page = Page.of(query, lanes);
        var entries = trail.entries(page.lane(), page.after(), page.limit(), query.text(STREAM, STREAM_FORM));
        var next =
                entries.size() < page.limit() ? null : (Long) entries.getLast().position();
        return new Trail(service, page.lane(), entries, next);
    }
}
