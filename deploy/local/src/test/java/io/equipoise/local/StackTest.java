package io.equipoise.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class StackTest {

    private final Stack stack = Stack.at(Path.of("home"), 0);

    @Test
    void the_gateway_is_at_8080_and_starts_last() {
        assertThat(stack.services())
                .hasSize(9)
                .startsWith("study-design", "enrolment")
                .endsWith("gateway");
        assertThat(stack.gateway()).isEqualTo("http://localhost:8080");
    }

    @Test
    void no_port_is_given_twice() {
        var ports = stack.ports().values();
        assertThat(new HashSet<>(ports)).hasSameSizeAs(ports);
    }

    @Test
    void a_second_stack_can_stand_beside_the_first() {
        var second = Stack.at(Path.of("other"), 1000);

        assertThat(second.issuer()).isEqualTo("http://localhost:9090");
        assertThat(second.servicePort("study-design")).isEqualTo(9101);
    }

    @Test
    void a_port_that_nobody_named_is_not_made_up() {
        assertThatThrownBy(() -> stack.port("laboratory")).hasMessageContaining("laboratory");
    }
}
