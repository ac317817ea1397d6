package io.equipoise.adverseevent.adapter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import io.equipoise.adverseevent.application.Studies;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** The studies that were told of. */
public final class MongoStudies implements Studies {
    private final MongoCollection<Document> studies;

    public MongoStudies(MongoDatabase database) {
        studies = database.getCollection("house_studies");
    }

    @Override
    public List<String> all() {
        return studies.find()
                .sort(Sorts.ascending("_id"))
                .map(study -> study.getString("_id"))
                .into(new ArrayList<>());
    }
}
