package io.equipoise.imaging;

import io.equipoise.platform.architecture.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void the_house_rules_hold() {
        ArchitectureRules.check("io.equipoise.imaging");
    }
}
