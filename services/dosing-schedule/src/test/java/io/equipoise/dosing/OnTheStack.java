package io.equipoise.dosing;

import io.equipoise.platform.TestStack;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Tests that share one running service over the test stack. */
interface OnTheStack {
    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        TestStack.configure(registry);
    }
}
