package io.equipoise.platform.architecture.offender.adapter.rest;

import io.equipoise.platform.architecture.offender.adapter.kafka.BadListener;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Public, open to every role, injected by magic, and on first-name terms with another adapter. */
@RestController
public class BadEndpoint {
    @Autowired
    BadListener listener = new BadListener();

    @GetMapping("/bad")
    String bad() {
        return listener.toString();
    }

    @Test
    void runsNowhere() {}
}
