package io.equipoise.operations.adapter.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.equipoise.operations.Tales;
import io.equipoise.operations.application.Board;
import io.equipoise.operations.application.Trial;
import io.equipoise.platform.consume.Heard;
import io.equipoise.store.EmbeddedStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A store for the tests of a class: each tale is told to a database of its own, and read back from there. */
final class TaleStore implements BeforeAllCallback, AfterAllCallback {
    static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private @Nullable EmbeddedStore store;
    private @Nullable MongoClient mongo;
    private int databases;

    @Override
    public void beforeAll(ExtensionContext context) {
        store = EmbeddedStore.temporary();
        mongo = MongoClients.create(store.uri());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Objects.requireNonNull(mongo).close();
        Objects.requireNonNull(store).close();
    }

    MongoDatabase told(List<Heard> tale) {
        var database = Objects.requireNonNull(mongo).getDatabase("tale-" + ++databases);
        var projection = new TrialProjection(database, heard -> {});
        tale.forEach(projection::apply);
        return database;
    }

    static Trial trial(MongoDatabase database) {
        return new MongoTrials(database).trial(Tales.STUDY).orElseThrow();
    }

    static Board board(MongoDatabase database) {
        return board(trial(database));
    }

    static Board board(Trial trial) {
        return Board.of(trial, Set.of(Trial.EVERY_SITE), List.of(), NOW);
    }
}
