package io.equipoise.adverseevent;

import io.equipoise.platform.architecture.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void the_house_rules_hold() {
        ArchitectureRules.check("io.equipoise.adverseevent");
    }
}
