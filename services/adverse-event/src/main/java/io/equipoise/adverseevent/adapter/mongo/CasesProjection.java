package io.equipoise.adverseevent.adapter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import io.equipoise.adverseevent.application.CaseIndex;
import io.equipoise.adverseevent.domain.CaseFact;
import io.equipoise.adverseevent.domain.CaseFact.CaseMergedInto;
import io.equipoise.adverseevent.domain.CaseFact.CaseNullified;
import io.equipoise.adverseevent.domain.CaseFact.CaseOpened;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.projection.OwnProjection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Which cases there are, of whom, and whether they go on. What they tell stays in the journal. */
public final class CasesProjection implements OwnProjection<SafetyFact>, CaseIndex {
    private final MongoCollection<Document> cases;

    public CasesProjection(MongoDatabase database) {
        cases = database.getCollection("safety_cases");
        cases.createIndex(Indexes.ascending("subject"));
        cases.createIndex(Indexes.ascending("study"));
        cases.createIndex(Indexes.ascending("safetyReportId"));
    }

    @Override
    public List<String> collections() {
        return List.of("safety_cases");
    }

    @Override
    public void apply(Commit<SafetyFact> commit) {
        for (var fact : commit.facts()) {
            if (fact instanceof CaseFact about) {
                put(about);
            }
        }
    }

    /** Told again from the start, a case that has ended stays ended: its end is told again, too. */
    private void put(CaseFact fact) {
        switch (fact) {
            case CaseOpened opened -> replace(opened.caseId(), opened(opened));
            case CaseNullified nullified -> state(nullified.caseId(), "NULLIFIED");
            case CaseMergedInto merged -> state(merged.caseId(), "MERGED");
            default -> {
                // tells nothing that a list of cases shows
            }
        }
    }

    private static Document opened(CaseOpened opened) {
        return new Document("_id", opened.caseId())
                .append("study", opened.subject().study())
                .append("site", opened.subject().site())
                .append("subject", opened.subject().toString())
                .append("safetyReportId", opened.safetyReportId())
                .append("state", "OPEN");
    }

    private void state(String caseId, String state) {
        var stored = cases.find(Filters.eq("_id", caseId)).first();
        if (stored != null) {
            replace(caseId, stored.append("state", state));
        }
    }

    private void replace(String caseId, Document document) {
        cases.replaceOne(Filters.eq("_id", caseId), document, new ReplaceOptions().upsert(true));
    }

    @Override
    public List<Line> all() {
        return lines(Filters.empty());
    }

    @Override
    public List<Line> ofSubject(String subject) {
        return lines(Filters.eq("subject", subject));
    }

    @Override
    public List<String> casesOf(String study) {
        return cases.find(Filters.eq("study", study))
                .sort(Sorts.ascending("safetyReportId"))
                .map(found -> found.getString("_id"))
                .into(new ArrayList<>());
    }

    @Override
    public Optional<String> caseOf(String safetyReportId) {
        return Optional.ofNullable(
                        cases.find(Filters.eq("safetyReportId", safetyReportId)).first())
                .map(found -> found.getString("_id"));
    }

    private List<Line> lines(Bson which) {
        return cases.find(which)
                .sort(Sorts.ascending("_id"))
                .map(found -> new Line(
                        found.getString("_id"),
                        found.getString("study"),
                        found.getString("site"),
                        found.getString("subject"),
                        found.getString("safetyReportId"),
                        found.getString("state")))
                .into(new ArrayList<>());
    }
}
