package io.equipoise.platform.sample;

import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Role;
import java.util.Map;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Doors without manners, so that those who look for manners can be seen to find them missing. */
@RestController
final class RudeDoors {

    /** Lets everybody look at everybody's people. */
    @GetMapping("/api/subjects/{subject}/gossip")
    @Allowed(Role.OPERATIONS)
    Map<String, String> gossip(@PathVariable String subject) {
        return Map.of("subject", subject);
    }

    /** Falls over what it does not know. */
    @PostMapping("/api/stumble")
    @Allowed(Role.OPERATIONS)
    Map<String, String> stumble(@RequestBody Map<String, Object> body) {
        return Map.of("step", Objects.requireNonNull(body.get("step")).toString());
    }
}
