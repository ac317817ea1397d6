package io.equipoise.enrolment.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import io.equipoise.contracts.SubjectId;
import io.equipoise.enrolment.application.SubjectList;
import io.equipoise.enrolment.domain.EnrolmentEvent;
import io.equipoise.enrolment.domain.InvitationEvent;
import io.equipoise.enrolment.domain.PlaceEvent;
import io.equipoise.enrolment.domain.Scope;
import io.equipoise.enrolment.domain.SealAnchored;
import io.equipoise.enrolment.domain.SiteRulesEvent;
import io.equipoise.enrolment.domain.Stage;
import io.equipoise.enrolment.domain.SubjectEvent.AssentRecorded;
import io.equipoise.enrolment.domain.SubjectEvent.ConsentGiven;
import io.equipoise.enrolment.domain.SubjectEvent.ConsentScopesGiven;
import io.equipoise.enrolment.domain.SubjectEvent.ConsentScopesWithdrawn;
import io.equipoise.enrolment.domain.SubjectEvent.ConsentWithdrawn;
import io.equipoise.enrolment.domain.SubjectEvent.EhrItemsSetAside;
import io.equipoise.enrolment.domain.SubjectEvent.ExaminationEvent;
import io.equipoise.enrolment.domain.SubjectEvent.GuardianConsentGiven;
import io.equipoise.enrolment.domain.SubjectEvent.PlaceForfeited;
import io.equipoise.enrolment.domain.SubjectEvent.PriorTreatmentsRecorded;
import io.equipoise.enrolment.domain.SubjectEvent.ScreeningFactsRecorded;
import io.equipoise.enrolment.domain.SubjectEvent.SiteRulesApplied;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectEnrolled;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectMovedToVersion;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectRegistered;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectRescreened;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectScreenFailed;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectWithdrawn;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.projection.OwnProjection;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The list of registered people, without any fact about them. */
public final class MongoSubjects implements SubjectList, OwnProjection<EnrolmentEvent> {
    private final MongoCollection<Document> subjects;

    public MongoSubjects(MongoDatabase database) {
        this.subjects = database.getCollection("subjects");
        subjects.createIndex(Indexes.ascending("study", "site", "number"));
    }

    @Override
    public List<String> collections() {
        return List.of("subjects");
    }

    @Override
    public void apply(Commit<EnrolmentEvent> commit) {
        commit.facts().forEach(this::apply);
    }

    private void apply(EnrolmentEvent event) {
        switch (event) {
            case SubjectRegistered registered -> registered(registered);
            case SubjectEnrolled enrolled -> enrolled(enrolled);
            case SubjectScreenFailed failed ->
                update(
                        failed.subject(),
                        combine(
                                set("stage", Stage.SCREEN_FAILED.name()),
                                set("failedRules", failed.rules()),
                                set("failedVersion", failed.definitionVersion())));
            case SubjectWithdrawn withdrawn ->
                update(
                        withdrawn.subject(),
                        withdrawn.scope() == Scope.STUDY
                                ? combine(set("stage", Stage.WITHDRAWN.name()), set("treatmentStopped", true))
                                : set("treatmentStopped", true));
            case ConsentGiven given -> update(given.subject(), set("consent", given.version()));
            case GuardianConsentGiven given -> update(given.subject(), set("consent", given.version()));
            case SubjectMovedToVersion moved -> update(moved.subject(), set("version", moved.version()));
            case ConsentWithdrawn withdrawn -> update(withdrawn.subject(), set("consent", "WITHDRAWN"));
            case ScreeningFactsRecorded personal -> {}
            case EhrItemsSetAside personal -> {}
            case PriorTreatmentsRecorded personal -> {}
            case AssentRecorded personal -> {}
            case ExaminationEvent personal -> {}
            case ConsentScopesGiven personal -> {}
            case ConsentScopesWithdrawn personal -> {}
            case SubjectRescreened internal -> {}
            case InvitationEvent internal -> {}
            case PlaceForfeited internal -> {}
            case PlaceEvent internal -> {}
            case SiteRulesApplied internal -> {}
            case SiteRulesEvent internal -> {}
            case SealAnchored internal -> {}
        }
    }

    private void enrolled(SubjectEnrolled event) {
        update(
                event.subject(),
                combine(
                        set("stage", Stage.ENROLLED.name()),
                        set("enrolledOn", event.enrolledOn().toString()),
                        set("ordinal", event.place().ordinal()),
                        set("version", event.definitionVersion())));
    }

    private void registered(SubjectRegistered event) {
        var subject = event.subject();
        var earlier = event.rescreenOf();
        update(
                subject,
                combine(
                        set("study", subject.study()),
                        set("site", subject.site()),
                        set("number", subject.number()),
                        set("screenedOn", event.screenedOn().toString()),
                        set("attempt", event.nth()),
                        set("rescreenOf", earlier == null ? null : earlier.toString()),
                        setOnInsert("stage", Stage.SCREENING.name()),
                        setOnInsert("treatmentStopped", false)));
    }

    private void update(SubjectId subject, Bson change) {
        subjects.updateOne(eq("_id", subject.toString()), change, new UpdateOptions().upsert(true));
    }

    @Override
    public List<Line> of(String study) {
        return subjects.find(eq("study", study))
                .sort(Sorts.ascending("site", "number"))
                .map(MongoSubjects::line)
                .into(new ArrayList<>());
    }

    @Override
    public List<Failure> failures(String study) {
        return subjects.find(and(eq("study", study), eq("stage", Stage.SCREEN_FAILED.name())))
                .sort(Sorts.ascending("site", "number"))
                .map(stored -> new Failure(
                        stored.getString("site"),
                        stored.getList("failedRules", String.class, List.of()),
                        stored.getInteger("failedVersion")))
                .into(new ArrayList<>());
    }

    @Override
    public int highestNumber(String study, String site) {
        var highest = subjects.find(and(eq("study", study), eq("site", site)))
                .sort(Sorts.descending("number"))
                .first();
        return highest == null ? 0 : highest.getInteger("number");
    }

    private static Line line(Document stored) {
        return new Line(
                stored.getString("_id"),
                stored.getString("study"),
                stored.getString("site"),
                stored.getInteger("number"),
                stored.getString("stage"),
                stored.getString("screenedOn"),
                stored.getString("enrolledOn"),
                stored.getInteger("ordinal"),
                stored.getBoolean("treatmentStopped"),
                stored.getString("consent"),
                stored.getInteger("attempt", 1),
                stored.getString("rescreenOf"),
                stored.getInteger("version"));
    }
}
