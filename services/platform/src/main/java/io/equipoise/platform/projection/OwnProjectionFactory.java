package io.equipoise.platform.projection;

import com.mongodb.client.MongoDatabase;
import java.util.function.Function;

/** The same as {@link ProjectionFactory}, for a read model of the own journal. */
public record OwnProjectionFactory<E>(Function<MongoDatabase, OwnProjection<E>> over) {}
