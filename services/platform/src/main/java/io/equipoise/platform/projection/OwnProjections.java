package io.equipoise.platform.projection;

import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.journal.Commit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.bson.Document;

/** The service's projections of its own journal, as they live, and as they would be over another database. */
public final class OwnProjections<E> implements Consumer<List<Commit<E>>> {
    private final MongoDatabase database;
    private final List<OwnProjectionFactory<E>> factories;
    private final List<OwnProjection<E>> living;

    public OwnProjections(MongoDatabase database, List<OwnProjectionFactory<E>> factories) {
        this.database = database;
        this.factories = List.copyOf(factories);
        this.living = over(database);
    }

    @Override
    public void accept(List<Commit<E>> commits) {
        Beside.apply(commits, living);
    }

    public List<OwnProjection<E>> over(MongoDatabase other) {
        return factories.stream().map(factory -> factory.over().apply(other)).toList();
    }

    /** Empties the living ones, before everything is handled again. */
    void clear() {
        collections().forEach(name -> database.getCollection(name).deleteMany(new Document()));
    }

    List<OwnProjection<E>> living() {
        return living;
    }

    Map<String, Integer> versions() {
        var all = new TreeMap<String, Integer>();
        living.forEach(p -> p.collections().forEach(name -> all.merge(name, p.version(), Math::max)));
        return all;
    }

    public List<String> collections() {
        return living.stream().flatMap(p -> p.collections().stream()).distinct().toList();
    }
}
