package io.equipoise.studydesign;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.journal.EventCodec;
import io.equipoise.platform.journal.KeyVault;
import io.equipoise.platform.web.StrictJson;
import io.equipoise.store.EmbeddedStore;
import io.equipoise.studydesign.domain.DesignFact;
import java.time.Instant;
import java.util.List;

/** Facts in commits, and the codec that the service reads its journal with. */
public final class Facts {
    private static final EmbeddedStore STORE = EmbeddedStore.temporary();

    private Facts() {}

    public static MongoDatabase database(String name) {
        return MongoClients.create(STORE.uri()).getDatabase(name);
    }

    public static EventCodec<DesignFact> codec() {
        var keys = new KeyVault(database("keys").getCollection("keys"), new byte[32]);
        return StudyDesignService.names(EventCodec.of(StrictJson.mapper(), keys));
    }

    public static Commit<DesignFact> commit(String stream, long version, DesignFact... facts) {
        var at = Instant.parse("2026-11-22T15:00:00Z").plusSeconds(version);
        var by = new Attribution("c" + version, "f", "ops-01", "operations", at, null, null, "r", null, null);
        return new Commit<>(stream, version, 0, version, by, List.of(facts));
    }
}
