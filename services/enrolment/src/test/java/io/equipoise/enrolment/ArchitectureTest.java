package io.equipoise.enrolment;

import io.equipoise.platform.architecture.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void the_service_keeps_the_rules_of_the_house() {
        ArchitectureRules.check("io.equipoise.enrolment");
    }
}
