package io.equipoise.randomization.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.equipoise.contracts.SubjectId;
import io.equipoise.randomization.application.ExpectedDoses;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bson.Document;

/** Doses to come as {@link ExpectedDosesProjection} keeps them. */
public final class MongoExpectedDoses implements ExpectedDoses {
    private final MongoCollection<Document> expected;

    public MongoExpectedDoses(MongoDatabase database) {
        this.expected = database.getCollection(ExpectedDosesProjection.EXPECTED);
    }

    @Override
    public List<Dose> at(String study, String site) {
        var doses = new ArrayList<Dose>();
        for (var kept : expected.find(and(eq("study", study), eq("site", site)))) {
            if (!kept.getBoolean("stopped", false)) {
                doses.addAll(doses(kept));
            }
        }
        doses.sort(Comparator.comparing(Dose::planned)
                .thenComparing(dose -> dose.subject().toString())
                .thenComparingInt(Dose::dose));
        return doses;
    }

    private static List<Dose> doses(Document kept) {
        var subject = SubjectId.parse(kept.getString("_id")).orElseThrow();
        var over = kept.get("over", new Document());
        return kept.get("days", new Document()).entrySet().stream()
                .filter(day ->
                        !over.containsKey(day.getKey()) && !day.getValue().equals(""))
                .map(day -> new Dose(
                        subject, Integer.parseInt(day.getKey()), LocalDate.parse(String.valueOf(day.getValue()))))
                .toList();
    }
}
