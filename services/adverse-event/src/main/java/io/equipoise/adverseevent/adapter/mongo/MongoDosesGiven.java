package io.equipoise.adverseevent.adapter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.equipoise.adverseevent.application.DosesGiven;
import io.equipoise.contracts.SubjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Given doses as {@link HouseProjection} keeps them. */
public final class MongoDosesGiven implements DosesGiven {
    private final MongoCollection<Document> doses;

    public MongoDosesGiven(MongoDatabase database) {
        doses = database.getCollection("house_doses");
    }

    /** A subject's number begins with its study's and a hyphen, after which the full stop comes next. */
    @Override
    public List<Given> ofStudy(String study) {
        return doses.find(in(study))
                .sort(Sorts.ascending("subject"))
                .map(dose -> new Given(
                        SubjectId.parse(dose.getString("subject")).orElseThrow(),
                        dose.getInteger("dose"),
                        dose.getString("kit"),
                        dose.getString("packagingLot"),
                        Instant.parse(dose.getString("startedAt"))))
                .into(new ArrayList<>());
    }

    @Override
    public long countOfStudy(String study) {
        return doses.countDocuments(in(study));
    }

    private static Bson in(String study) {
        return Filters.and(Filters.gte("subject", study + "-"), Filters.lt("subject", study + "."));
    }
}
