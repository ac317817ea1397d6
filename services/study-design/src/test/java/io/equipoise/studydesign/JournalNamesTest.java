package io.equipoise.studydesign;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.platform.journal.EventCodec;
import io.equipoise.platform.journal.KeyVault;
import io.equipoise.platform.web.StrictJson;
import io.equipoise.studydesign.domain.DesignFact;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JournalNamesTest {
    private final EventCodec<DesignFact> codec =
            StudyDesignService.names(EventCodec.of(StrictJson.mapper(), Mockito.mock(KeyVault.class)));

    @Test
    void every_fact_has_a_name_in_the_journal() {
        assertThat(codec.types())
                .containsExactlyInAnyOrderElementsOf(Stream.of(DesignFact.class.getPermittedSubclasses())
                        .map(type -> (Class<?>) type)
                        .toList());
    }

    @Test
    void the_names_are_for_ever() {
        assertThat(codec.names())
                .containsExactlyInAnyOrder(
                        "StudyDefined.v1",
                        "StudyActivated.v1",
                        "StudyStatusChanged.v1",
                        "SiteOpened.v1",
                        "SealAnchored.v1");
    }
}
