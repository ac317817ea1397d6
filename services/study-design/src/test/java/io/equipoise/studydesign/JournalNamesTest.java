package io.equipoise.studydesign;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.studydesign.domain.DesignFact;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JournalNamesTest {

    @Test
    void every_fact_has_a_name_in_the_journal() {
        assertThat(Facts.codec().types())
                .containsExactlyInAnyOrderElementsOf(Stream.of(DesignFact.class.getPermittedSubclasses())
                        .map(type -> (Class<?>) type)
                        .toList());
    }

    @Test
    void the_names_are_for_ever() {
        assertThat(Facts.codec().names())
                .containsExactlyInAnyOrder(
                        "StudyDefined.v1",
                        "StudyActivated.v1",
                        "StudyStatusChanged.v1",
                        "SiteOpened.v1",
                        "SiteVersionActivated.v1",
                        "SealAnchored.v1");
    }
}
