package io.equipoise.randomization.adapter.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.equipoise.contracts.SubjectId;
import io.equipoise.randomization.application.People;
import io.equipoise.randomization.domain.Participant;
import io.equipoise.randomization.domain.Stratum;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;

/** People as {@link PeopleProjection} keeps them. */
public final class MongoPeople implements People {
    private final MongoCollection<Document> people;

    public MongoPeople(MongoDatabase database) {
        this.people = database.getCollection(PeopleProjection.PEOPLE);
    }

    @Override
    public Participant find(SubjectId subject) {
        var kept = people.find(eq("_id", subject.toString())).first();
        return kept == null ? new Participant(subject, new Stratum(Map.of()), null, false) : participant(subject, kept);
    }

    private static Participant participant(SubjectId subject, Document kept) {
        var enrolledOn = kept.getString("enrolledOn");
        var strata = kept.getList("strata", Document.class, List.of());
        return new Participant(
                subject,
                new Stratum(strata.stream()
                        .collect(Collectors.toMap(pair -> pair.getString("factor"), pair -> pair.getString("level")))),
                enrolledOn == null ? null : LocalDate.parse(enrolledOn),
                kept.getBoolean("withdrawn", false) || kept.getBoolean("consentWithdrawn", false));
    }
}
