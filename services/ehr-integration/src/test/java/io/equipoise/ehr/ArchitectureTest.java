package io.equipoise.ehr;

import io.equipoise.platform.architecture.ArchitectureRules;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ArchitectureTest {

    @Test
    void the_service_keeps_the_house_rules() {
        ArchitectureRules.check("io.equipoise.ehr");
    }
}
