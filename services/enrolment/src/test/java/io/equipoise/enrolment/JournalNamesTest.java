package io.equipoise.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.enrolment.domain.EnrolmentEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalNamesTest {

    @Test
    void every_event_has_a_name_in_the_journal() {
        assertThat(GoldenJournalTest.CODEC.types()).containsExactlyInAnyOrderElementsOf(leaves(EnrolmentEvent.class));
    }

    @Test
    void every_name_says_its_version() {
        assertThat(GoldenJournalTest.CODEC.names()).allMatch(name -> name.matches("[A-Z][A-Za-z]+\\.v[1-9]"));
    }

    private static List<Class<?>> leaves(Class<?> type) {
        var found = new ArrayList<Class<?>>();
        if (!type.isSealed()) {
            found.add(type);
            return found;
        }
        for (var permitted : type.getPermittedSubclasses()) {
            found.addAll(leaves(permitted));
        }
        return found;
    }
}
