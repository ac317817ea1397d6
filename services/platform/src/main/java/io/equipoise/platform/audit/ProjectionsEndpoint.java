package io.equipoise.platform.audit;

import io.equipoise.platform.projection.ProjectionCheck.Compared;
import io.equipoise.platform.projection.Replays;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Role;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the read models are what a fresh replay gives, and the command to build them anew. */
@RestController
public final class ProjectionsEndpoint {
    private final ThisService me;
    private final Replays replays;

    public ProjectionsEndpoint(ThisService me, Replays replays) {
        this.me = me;
        this.replays = replays;
    }

    /** One read model, and whether a fresh replay gives the same. */
    public record Look(String collection, long documents, boolean equal) {}

    /** All of a service's read models. */
    public record Looks(String service, boolean equal, List<Look> collections) {}

    @GetMapping("/api/audit/{service}/projections")
    @Allowed({Role.MONITOR, Role.OPERATIONS, Role.ADMINISTRATOR})
    Looks projections(@PathVariable String service) {
        me.mustBe(service);
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
        me.mustBe(service);
        replays.rebuild();
        return Map.of("service", service, "rebuilding", true);
    }
}
