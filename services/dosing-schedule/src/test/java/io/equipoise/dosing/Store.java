package io.equipoise.dosing;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import io.equipoise.dosing.domain.DosingEvent;
import io.equipoise.platform.journal.EventCodec;
import io.equipoise.platform.journal.KeyVault;
import io.equipoise.platform.web.StrictJson;
import io.equipoise.store.EmbeddedStore;
import java.util.ArrayList;
import java.util.List;

/** An empty store for a test without the rest of the stack. */
public final class Store implements AutoCloseable {
    private final EmbeddedStore server = EmbeddedStore.temporary();
    private final MongoClient client = MongoClients.create(server.uri());

    public MongoDatabase database(String name) {
        return client.getDatabase(name);
    }

    public EventCodec<DosingEvent> codec() {
        return EventCodec.of(StrictJson.mapper(), new KeyVault(database("keys").getCollection("keys"), new byte[32]));
    }

    /** Everything in these collections, in order. */
    public static List<String> contents(MongoDatabase database, List<String> collections) {
        var all = new ArrayList<String>();
        for (var name : collections) {
            for (var document : database.getCollection(name).find().sort(Sorts.ascending("_id"))) {
                all.add(name + " " + document.toJson());
            }
        }
        return all;
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
