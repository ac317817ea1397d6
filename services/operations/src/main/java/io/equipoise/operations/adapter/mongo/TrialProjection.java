package io.equipoise.operations.adapter.mongo;

import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.consume.Heard;
import io.equipoise.platform.projection.Projection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;

/** Keeps what the blinded topics tell of each study, one document for each thing told of. */
public final class TrialProjection implements Projection {
    private static final List<String> COLLECTIONS = List.of(
            "studies",
            "sites",
            "versions",
            "subjects",
            "randomizations",
            "calendars",
            "adverse_events",
            "alerts",
            "scans",
            "missing_scans",
            "told");
    /** Every blinded topic; allocation is none, and this service may not read it. */
    public static final Set<String> TOPICS =
            Set.of("studies", "enrolment", "randomization", "dosing", "adverse-events", "imaging", "ehr");

    private final StudyFold studies;
    private final PersonFold people;
    private final DosingFold dosing;
    private final SafetyFold safety;
    private final ImagingFold imaging;
    private final Shelf told;
    private final Consumer<Heard> applied;

    /** @param applied is told of each message once it is kept */
    public TrialProjection(MongoDatabase database, Consumer<Heard> applied) {
        this.studies = new StudyFold(shelf(database, "studies"), shelf(database, "sites"), shelf(database, "versions"));
        this.people = new PersonFold(shelf(database, "subjects"), shelf(database, "randomizations"));
        this.dosing = new DosingFold(shelf(database, "calendars"));
        this.safety = new SafetyFold(shelf(database, "adverse_events"), shelf(database, "alerts"));
        this.imaging = new ImagingFold(shelf(database, "scans"), shelf(database, "missing_scans"));
        this.told = shelf(database, "told").indexed("subject");
        this.applied = applied;
    }

    private static Shelf shelf(MongoDatabase database, String name) {
        return new Shelf(database, name).indexed("study");
    }

    @Override
    public Set<String> topics() {
        return TOPICS;
    }

    @Override
    public List<String> collections() {
        return COLLECTIONS;
    }

    /** 2: follow-ups of code breaks; 3: within which time they are to be documented. */
    @Override
    public int version() {
        return 3;
    }

    @Override
    public void apply(Heard heard) {
        studies.apply(heard);
        people.apply(heard);
        dosing.apply(heard);
        safety.apply(heard);
        imaging.apply(heard);
        Words.of(heard).ifPresent(words -> keep(heard, words));
        applied.accept(heard);
    }

    private void keep(Heard heard, String words) {
        var id = heard.stream() + "@" + heard.version() + "/" + heard.part() + "/" + heard.source();
        told.put(
                new Document("_id", id)
                        .append("subject", heard.data().path("subject").asString(""))
                        .append("site", heard.data().path("site").asString(""))
                        .append("source", heard.source())
                        .append("actor", heard.actor())
                        .append("type", heard.type())
                        .append("words", words),
                heard);
    }
}
