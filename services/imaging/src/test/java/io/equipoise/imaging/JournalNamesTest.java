package io.equipoise.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.imaging.adapter.journal.ImagingJournal;
import io.equipoise.imaging.domain.ImagingEvent;
import io.equipoise.platform.web.StrictJson;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JournalNamesTest {

    @Test
    void every_fact_has_a_name_and_every_name_a_fact() {
        assertThat(ImagingJournal.codec(StrictJson.mapper(), null).types())
                .containsExactlyInAnyOrderElementsOf(leaves(ImagingEvent.class).toList());
    }

    @Test
    void names_are_for_ever() {
        assertThat(ImagingJournal.codec(StrictJson.mapper(), null).names())
                .containsExactlyInAnyOrder(
                        "ScanReceived.v1",
                        "ScanDeidentified.v1",
                        "ScanQualityChecked.v1",
                        "ScanRead.v1",
                        "ScanMissing.v1");
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(JournalNamesTest::leaves)
                : Stream.of(type);
    }
}
