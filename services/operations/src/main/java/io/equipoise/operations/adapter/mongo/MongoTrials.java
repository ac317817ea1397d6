package io.equipoise.operations.adapter.mongo;

import com.mongodb.client.MongoDatabase;
import io.equipoise.operations.application.Part;
import io.equipoise.operations.application.Site;
import io.equipoise.operations.application.Story;
import io.equipoise.operations.application.Study;
import io.equipoise.operations.application.Trial;
import io.equipoise.operations.application.Trials;
import io.equipoise.operations.application.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Reads the trial back from what the projection keeps. */
public final class MongoTrials implements Trials {
    private final Shelf studies;
    private final Shelf sites;
    private final Shelf versions;
    private final Shelf told;
    private final PeopleShelves people;
    private final ClinicalShelves clinical;
    private final @Nullable Period impactWithin;

    /** Where no definition and no setting states until when a code break's impact is documented. */
    public MongoTrials(MongoDatabase database) {
        this(database, null);
    }

    /** @param impactWithin after a code break, where a study's definition does not state it */
    public MongoTrials(MongoDatabase database, @Nullable Period impactWithin) {
        this.impactWithin = impactWithin;
        this.studies = new Shelf(database, "studies");
        this.sites = new Shelf(database, "sites");
        this.versions = new Shelf(database, "versions");
        this.told = new Shelf(database, "told");
        this.people = new PeopleShelves(database);
        this.clinical = new ClinicalShelves(database);
    }

    @Override
    public List<String> studies() {
        return studies.all().stream()
                .map(each -> each.getString("_id"))
                .sorted()
                .toList();
    }

    @Override
    public Optional<Trial> trial(String study) {
        return studies.where("_id", study).stream()
                .findFirst()
                .map(document -> new Trial(
                        study(document),
                        sites.of(study).stream().map(MongoTrials::site).toList(),
                        people.of(study),
                        clinical.harms(study),
                        clinical.alerts(study),
                        clinical.scans(study),
                        clinical.missing(study)));
    }

    @Override
    public Optional<Version> version(String study, int version) {
        return versions.where("_id", study + "/" + version).stream().findFirst().map(document -> {
            var marks = document.get("marks", Document.class);
            return new Version(
                    version, marks.keySet().stream().collect(Collectors.toMap(Part::valueOf, marks::getString)));
        });
    }

    @Override
    public List<Story> story(String subject) {
        return told.where("subject", subject).stream()
                .map(each -> new Story(
                        Instant.parse(each.getString("toldAt")),
                        each.getString("source"),
                        each.getString("actor"),
                        each.getString("type"),
                        each.getString("words"),
                        each.getString("stream"),
                        each.getLong("version")))
                .sorted(Comparator.comparing(Story::toldAt)
                        .thenComparing(Story::stream)
                        .thenComparingLong(Story::version)
                        .thenComparing(Story::type))
                .toList();
    }

    private Study study(Document document) {
        var plan = document.get("planned", Document.class);
        return new Study(
                document.getString("_id"),
                document.get("title", ""),
                document.getInteger("definitionVersion", 0),
                statuses(document),
                Fields.date(document, "activatedOn"),
                document.getInteger("target"),
                plan == null ? null : new Study.Plan(plan.getInteger("sites"), plan.getInteger("countries")),
                Fields.documents(document, "stances").stream()
                        .map(each -> new Study.Stance(
                                each.getString("path"),
                                each.getString("basis"),
                                each.getString("value"),
                                each.getString("by"),
                                each.getString("on"),
                                each.getString("why")))
                        .toList(),
                Fields.documents(document, "open").stream()
                        .map(each ->
                                new Study.Gap(each.getString("path"), each.getString("what"), each.getString("blocks")))
                        .toList(),
                Fields.documents(document, "rules").stream()
                        .map(each -> new Study.Rule(each.getString("rule"), each.getString("text")))
                        .toList(),
                impactTerm(document.getString("impactWithin")));
    }

    private Study.@Nullable ImpactTerm impactTerm(@Nullable String stated) {
        if (stated != null) {
            try {
                return new Study.ImpactTerm(Period.parse(stated), "the definition");
            } catch (DateTimeParseException noPeriod) {
                return null;
            }
        }
        return impactWithin == null ? null : new Study.ImpactTerm(impactWithin, "a setting");
    }

    /** As the definition states it, then every change in its order. */
    private static List<Study.Status> statuses(Document document) {
        var all = new ArrayList<Study.Status>();
        var defined = document.getString("definedStatus");
        if (defined != null) {
            all.add(new Study.Status(defined, document.getString("definedAsOf"), null));
        }
        Fields.inOrder(document, "statuses")
                .forEach(each -> all.add(
                        new Study.Status(each.getString("status"), each.getString("asOf"), each.getString("reason"))));
        return all;
    }

    private static Site site(Document document) {
        return new Site(
                document.getString("site"),
                document.getString("name"),
                document.getString("country"),
                ZoneId.of(document.getString("zone")),
                document.getInteger("cap"),
                LocalDate.parse(document.getString("openedOn")));
    }
}
