package io.equipoise.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EventNamesTest {

    @Test
    void a_known_event_in_an_unknown_version_is_of_another_version() {
        assertThat(EventNames.isOfAnotherVersion("SubjectEnrolled.v99")).isTrue();
    }

    @Test
    void what_is_known_is_not() {
        Contracts.topics()
                .forEach(topic -> Contracts.events(topic)
                        .forEach(event -> assertThat(EventNames.isOfAnotherVersion(event.type()))
                                .as(event.type())
                                .isFalse()));
    }

    @Test
    void nor_is_an_event_of_which_nobody_has_heard() {
        assertThat(EventNames.isOfAnotherVersion("Unheard.v1")).isFalse();
        assertThat(EventNames.isOfAnotherVersion("Unheard")).isFalse();
    }
}
