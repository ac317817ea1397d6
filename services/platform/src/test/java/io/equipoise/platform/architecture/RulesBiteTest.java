package io.equipoise.platform.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that nothing can break guards nothing. */
class RulesBiteTest {
    static Set<String> rules() {
        return ArchitectureRules.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_offender_is_caught(String name) {
        var offender = new ClassFileImporter().importPackages("io.equipoise.platform.architecture.offender");
        assertThat(ArchitectureRules.all().get(name).evaluate(offender).hasViolation())
                .as(name)
                .isTrue();
    }
}
