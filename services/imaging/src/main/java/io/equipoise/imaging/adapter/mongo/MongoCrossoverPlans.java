package io.equipoise.imaging.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import io.equipoise.contracts.SubjectId;
import io.equipoise.imaging.application.CrossoverPlans;
import io.equipoise.imaging.domain.crossover.CrossoverPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** Answers which periods a study has, and who is in it, from {@link TrialProjection}'s collections. */
public final class MongoCrossoverPlans implements CrossoverPlans {
    private final MongoCollection<Document> studies;
    private final MongoCollection<Document> subjects;

    public MongoCrossoverPlans(MongoDatabase database) {
        studies = database.getCollection(TrialProjection.STUDIES);
        subjects = database.getCollection(TrialProjection.SUBJECTS);
    }

    @Override
    public Optional<CrossoverPlan> of(String study) {
        return Optional.ofNullable(studies.find(eq("_id", study)).first())
                .map(found -> found.get(CrossoverTold.FIELD, Document.class))
                .map(CrossoverTold::plan);
    }

    @Override
    public List<Person> people(String study) {
        var people = new ArrayList<Person>();
        for (var found : subjects.find(and(eq("study", study), ne("closedBecause", TrialProjection.SCREEN_FAILED)))
                .sort(Sorts.ascending("_id"))) {
            people.add(person(found));
        }
        return people;
    }

    @Override
    public Optional<Person> person(SubjectId subject) {
        return Optional.ofNullable(subjects.find(eq("_id", subject.toString())).first())
                .map(MongoCrossoverPlans::person);
    }

    private static Person person(Document found) {
        return new Person(SubjectId.parse(found.getString("_id")).orElseThrow(), found.getString("closedOn") != null);
    }
}
