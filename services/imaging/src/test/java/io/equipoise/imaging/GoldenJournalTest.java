package io.equipoise.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import io.equipoise.imaging.adapter.journal.ImagingJournal;
import io.equipoise.imaging.domain.Expectations;
import io.equipoise.imaging.domain.ImagingEvent;
import io.equipoise.imaging.domain.LesionCounts;
import io.equipoise.imaging.domain.Scan;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.journal.EventCodec;
import io.equipoise.platform.journal.KeyVault;
import io.equipoise.platform.web.StrictJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * A journal as it was written when this service first stood, its encrypted fields included, is read for ever. The file is
 * never edited: what a later release writes gets a file of its own.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GoldenJournalTest {
    private static final List<String> JOURNALS =
            List.of("/journal/2026-11-first.json", "/journal/2026-11-deidentified.json");
    private static final byte[] MASTER = new byte[32];

    @Test
    void every_fact_that_was_ever_written_is_still_read() {
        assertThat(JOURNALS.stream()
                        .flatMap(path -> types(frozen(path)).stream())
                        .collect(Collectors.toSet()))
                .isEqualTo(ImagingJournal.codec(StrictJson.mapper(), null).names());
        for (var path : JOURNALS) {
            var journal = frozen(path);
            with(
                    journal,
                    codec -> facts(journal, "facts")
                            .forEach(fact -> assertThat(codec.decode(fact)).isNotNull()));
        }
    }

    @Test
    void facts_without_secrets_are_still_written_the_same() {
        for (var path : JOURNALS) {
            var journal = frozen(path);
            with(
                    journal,
                    codec -> facts(journal, "facts").stream()
                            .filter(fact -> !fact.getString("type").equals("ScanRead.v1"))
                            .forEach(fact -> assertThat(
                                            codec.encode(codec.decode(fact)).toJson())
                                    .isEqualTo(fact.toJson())));
        }
    }

    @Test
    void the_old_scan_is_still_read_with_its_counts() {
        var journal = frozen(JOURNALS.getFirst());
        with(journal, codec -> {
            var scan = Scan.DECIDER.replay(decoded(journal, codec, "Scan(Received|QualityChecked|Read).v1"));
            assertThat(scan.read()).isNotNull();
            assertThat(scan.read().counts()).isEqualTo(new LesionCounts(2, null, null, 27));
            assertThat(scan.read().comment()).isEqualTo("two small ones, periventricular");
            assertThat(Expectations.DECIDER
                            .replay(decoded(journal, codec, "ScanMissing.v1"))
                            .told())
                    .containsExactly("WEEK_24");
        });
    }

    private static List<ImagingEvent> decoded(Document journal, EventCodec<ImagingEvent> codec, String types) {
        return facts(journal, "facts").stream()
                .filter(fact -> fact.getString("type").matches(types))
                .map(codec::decode)
                .toList();
    }

    private static void with(Document journal, Consumer<EventCodec<ImagingEvent>> test) {
        try (var client = MongoClients.create(TestStack.shared().mongo())) {
            var keys = client.getDatabase("golden-imaging").getCollection("keys");
            keys.drop();
            facts(journal, "keys").forEach(keys::insertOne);
            test.accept(ImagingJournal.codec(StrictJson.mapper(), new KeyVault(keys, MASTER)));
        }
    }

    private static Set<String> types(Document journal) {
        return facts(journal, "facts").stream()
                .map(fact -> fact.getString("type"))
                .collect(Collectors.toSet());
    }

    private static List<Document> facts(Document journal, String field) {
        return journal.getList(field, Document.class);
    }

    private static Document frozen(String path) {
        try (var in = Objects.requireNonNull(GoldenJournalTest.class.getResourceAsStream(path), path)) {
            return Document.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
