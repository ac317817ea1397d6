package io.equipoise.randomization;

import io.equipoise.platform.architecture.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void the_service_keeps_the_houses_rules() {
        ArchitectureRules.check("io.equipoise.randomization");
    }
}
