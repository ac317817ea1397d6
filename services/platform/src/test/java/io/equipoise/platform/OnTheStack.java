package io.equipoise.platform;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Tests that share one running service over the {@link TestStack}: it is started once a module, for all that say no more. */
public interface OnTheStack {
    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        TestStack.configure(registry);
    }
}
