package io.equipoise.ehr;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.equipoise.ehr.domain.EhrFact;
import io.equipoise.ehr.domain.EhrFact.FactsReceived;
import io.equipoise.ehr.domain.EhrFact.PatientLinked;
import io.equipoise.ehr.domain.GivenConsent;
import io.equipoise.ehr.domain.Identity;
import io.equipoise.ehr.domain.ScreeningFact;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.journal.EventCodec;
import io.equipoise.platform.journal.KeyVault;
import io.equipoise.platform.web.StrictJson;
import io.equipoise.store.EmbeddedStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What Anna's record told, in commits, and the codec that the service reads its journal with. */
public final class Facts {
    public static final String SUBJECT = "NCT07146087-01-0001";
    public static final String STREAM = "ehr-link/" + SUBJECT;
    public static final LocalDate MARCH = LocalDate.parse("2025-03-03");
    public static final PatientLinked ANNA = new PatientLinked(
            SUBJECT,
            new Identity(
                    List.of(new Identity.RecordNumber("urn:ward", "4711")),
                    List.of("Anna Lindqvist"),
                    LocalDate.parse("1980-05-01")));
    public static final FactsReceived RECEIVED = new FactsReceived(
            SUBJECT,
            List.of(
                    new ScreeningFact("birthDate", "1980-05-01", MARCH, "Patient"),
                    new ScreeningFact("edss", "4.5", MARCH, "Observation/edss-1")),
            new GivenConsent("1.0", MARCH),
            "fhir-r4/1");
    private static final EmbeddedStore STORE = EmbeddedStore.temporary();

    private Facts() {}

    public static MongoDatabase database(String name) {
        return MongoClients.create(STORE.uri()).getDatabase(name);
    }

    /** A codec whose wrapped keys lie in this database. */
    public static EventCodec<EhrFact> codec(MongoDatabase database) {
        var keys = new KeyVault(database.getCollection("keys"), new byte[32]);
        return EhrIntegrationService.names(EventCodec.of(StrictJson.mapper(), keys));
    }

    public static Commit<EhrFact> commit(EhrFact... facts) {
        var at = Instant.parse("2026-11-22T15:00:00Z");
        var by = new Attribution("c", "f", "sc-01", "site-coordinator", at, null, null, "r", null, null);
        return new Commit<>(STREAM, 1, 0, 1, by, List.of(facts));
    }
}
