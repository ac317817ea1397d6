package io.equipoise.adverseevent.adapter.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.platform.journal.KeyVault;
import io.equipoise.platform.web.StrictJson;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JournalNamesTest {

    @Test
    void every_fact_has_a_name_in_the_journal() {
        try (var nowhere = MongoClients.create("mongodb://127.0.0.1:1")) {
            var keys = new KeyVault(nowhere.getDatabase("none").getCollection("keys"), new byte[32]);
            assertThat(SafetyJournal.codec(StrictJson.mapper(), keys).types())
                    .containsExactlyInAnyOrder(leaves(SafetyFact.class).toArray(Class<?>[]::new));
        }
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(JournalNamesTest::leaves)
                : Stream.of(type);
    }
}
