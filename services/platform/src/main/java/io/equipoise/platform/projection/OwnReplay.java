package io.equipoise.platform.projection;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Map;

/** Builds the read models of the own journal from the first commit: a second time over another database, or anew. */
public interface OwnReplay {
    List<String> collections();

    /** By collection, the version of the code that writes it. */
    Map<String, Integer> versions();

    /** Whether nothing was ever recorded. */
    boolean isEmpty();

    void into(MongoDatabase shadow);

    /** Builds the living ones anew before anything else is handled. */
    void renew();

    /** Drops the living ones and has the whole journal handled again. */
    void rebuild();
}
