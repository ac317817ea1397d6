package io.equipoise.studydesign.adapter.rest;

import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Role;
import io.equipoise.studydesign.application.NewestAnchors;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a monitor reads which seals were written down here, to compare them with what a service shows today. */
@RestController
class AnchorEndpoint {
    private final NewestAnchors anchors;

    AnchorEndpoint(NewestAnchors anchors) {
        this.anchors = anchors;
    }

    record Anchored(String service, int lane, long to, String seal, Instant anchoredAt) {}

    @GetMapping("/api/audit/anchors")
    @Allowed({Role.MONITOR, Role.OPERATIONS, Role.ADMINISTRATOR})
    List<Anchored> anchors() {
        return anchors.all().stream()
                .map(anchor -> new Anchored(
                        anchor.seal().service(),
                        anchor.seal().lane(),
                        anchor.seal().to(),
                        anchor.seal().seal(),
                        anchor.anchoredAt()))
                .toList();
    }
}
