package io.equipoise.platform.projection;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The service's projections of others' facts, as they live, and as they would be over another database. */
public final class Projections {
    private final MongoDatabase database;
    private final List<ProjectionFactory> factories;
    private final List<Projection> living;

    public Projections(MongoDatabase database, List<ProjectionFactory> factories) {
        this.database = database;
        this.factories = List.copyOf(factories);
        this.living = over(database);
    }

    public List<Projection> living() {
        return living;
    }

    public List<Projection> over(MongoDatabase other) {
        return factories.stream().map(factory -> factory.over().apply(other)).toList();
    }

    public List<String> collections() {
        return living.stream().flatMap(p -> p.collections().stream()).distinct().toList();
    }

    /** By collection, the version of the code that writes it. */
    Map<String, Integer> versions() {
        var all = new TreeMap<String, Integer>();
        living.forEach(p -> p.collections().forEach(name -> all.merge(name, p.version(), Math::max)));
        return all;
    }

    List<String> topics() {
        return living.stream()
                .flatMap(p -> p.topics().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Empties the living ones, before everything is heard again. */
    public void clear() {
        collections().forEach(name -> database.getCollection(name).deleteMany(new org.bson.Document()));
    }
}
