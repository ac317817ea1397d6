package io.equipoise.platform.projection;

import com.mongodb.client.MongoDatabase;
import java.util.List;

/** Builds the read models of the own journal a second time, over another database. */
public interface OwnReplay {
    List<String> collections();

    void into(MongoDatabase shadow);
}
