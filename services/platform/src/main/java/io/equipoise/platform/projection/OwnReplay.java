package io.equipoise.platform.projection;

import com.mongodb.client.MongoDatabase;
import java.util.List;

/** Builds the read models of the own journal from the first commit: a second time over another database, or anew. */
public interface OwnReplay {
    List<String> collections();

    void into(MongoDatabase shadow);

    /** Drops the living ones and has the whole journal handled again. */
    void rebuild();
}
