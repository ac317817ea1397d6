package io.equipoise.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ForEverybodyTest {
    @Test
    void everybody_is_every_role_that_there_is() {
        assertThat(ForEverybody.class.getAnnotation(Allowed.class).value()).containsExactlyInAnyOrder(Role.values());
    }
}
