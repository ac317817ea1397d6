package io.equipoise.platform.projection;

import com.mongodb.client.MongoDatabase;
import java.util.function.Function;

/** Makes a projection over a database, so that a second one can be built beside the living one and compared with it. */
public record ProjectionFactory(Function<MongoDatabase, Projection> over) {}
