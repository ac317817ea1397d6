package io.equipoise.platform.projection;

import com.mongodb.client.MongoDatabase;
import java.util.List;

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

    /** Empties the living ones, before everything is heard again. */
    public void clear() {
        collections().forEach(name -> database.getCollection(name).deleteMany(new org.bson.Document()));
    }
}
