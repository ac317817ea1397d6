package io.equipoise.adverseevent;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Tests that share one running service in the {@link Wing}. */
interface InTheWing {
    @DynamicPropertySource
    static void wing(DynamicPropertyRegistry registry) {
        Wing.configure(registry);
        Tower.configure(registry);
        SafetyOffice.configure(registry);
    }
}
