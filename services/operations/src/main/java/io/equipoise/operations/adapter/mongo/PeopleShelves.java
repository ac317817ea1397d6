package io.equipoise.operations.adapter.mongo;

import com.mongodb.client.MongoDatabase;
import io.equipoise.operations.application.Person;
import io.equipoise.operations.application.Person.CodeBreak;
import io.equipoise.operations.application.Person.Dose;
import io.equipoise.operations.application.Person.Enrolment;
import io.equipoise.operations.application.Person.Entry;
import io.equipoise.operations.application.Person.Failure;
import io.equipoise.operations.application.Person.Leaving;
import io.equipoise.operations.application.Trial;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Joins what enrolment, randomization and dosing told of each person, whichever of them was heard first. */
final class PeopleShelves {
    private final Shelf subjects;
    private final Shelf randomizations;
    private final Shelf calendars;
    private final Shelf sites;

    PeopleShelves(MongoDatabase database) {
        this.subjects = new Shelf(database, "subjects");
        this.randomizations = new Shelf(database, "randomizations");
        this.calendars = new Shelf(database, "calendars");
        this.sites = new Shelf(database, "sites");
    }

    List<Person> of(String study) {
        var enrolled = byId(subjects.of(study));
        var randomized = byId(randomizations.of(study));
        var planned = byId(calendars.of(study));
        var zones = new HashMap<String, ZoneId>();
        sites.of(study).forEach(site -> zones.put(site.getString("site"), ZoneId.of(site.getString("zone"))));
        var everybody = new TreeSet<>(enrolled.keySet());
        everybody.addAll(planned.keySet());
        randomized.keySet().stream().filter(id -> !id.contains("/")).forEach(everybody::add);
        return everybody.stream()
                .map(id -> {
                    var known = enrolled.getOrDefault(
                            id, planned.getOrDefault(id, randomized.getOrDefault(id, new Document())));
                    var site = known.get("site", "");
                    return new Person(
                            id,
                            site,
                            enrolment(enrolled.get(id)),
                            Fields.date(randomized.get(id), "randomizedOn"),
                            codeBreaks(
                                    randomized.get(id + PersonFold.CODE_BREAKS),
                                    randomized.get(id + PersonFold.FOLLOW_UPS)),
                            Fields.date(planned.get(id), "day0"),
                            entries(planned.get(id)),
                            doses(planned.get(id), zones.getOrDefault(site, ZoneOffset.UTC)),
                            stopped(planned.get(id)));
                })
                .toList();
    }

    private static Map<String, Document> byId(List<Document> documents) {
        var found = new HashMap<String, Document>();
        documents.forEach(each -> found.put(each.getString("_id"), each));
        return found;
    }

    private static Enrolment enrolment(@Nullable Document document) {
        if (document == null) {
            return Enrolment.UNHEARD;
        }
        var failedOn = Fields.date(document, "failedOn");
        return new Enrolment(
                Fields.date(document, "screenedOn"),
                document.getInteger("attempt", 1),
                document.getString("rescreenOf"),
                Fields.date(document, "consentedOn"),
                Fields.date(document, "consentWithdrawnOn"),
                failedOn == null
                        ? null
                        : new Failure(
                                failedOn, Fields.texts(document, "failedRules"), document.getInteger("failedVersion")),
                Fields.date(document, "enrolledOn"),
                Fields.inOrder(document, "withdrawals").stream()
                        .map(each -> new Leaving(
                                LocalDate.parse(each.getString("on")),
                                each.getString("scope"),
                                each.getString("reason")))
                        .toList(),
                document.getInteger("follows"));
    }

    private static List<CodeBreak> codeBreaks(@Nullable Document document, @Nullable Document followUps) {
        var deviations = new HashMap<String, String>();
        Fields.inOrder(followUps, "assessed")
                .forEach(each -> deviations.put(each.getString("at"), each.getString("deviation")));
        return Fields.inOrder(document, "codeBreaks").stream()
                .map(each -> new CodeBreak(
                        Instant.parse(each.getString("at")),
                        each.getString("category"),
                        each.getString("by"),
                        deviations.get(each.getString("at"))))
                .toList();
    }

    private static List<Entry> entries(@Nullable Document document) {
        return Fields.inOrder(document, "entries").stream()
                .map(each -> new Entry(
                        each.getString("entry"),
                        each.getString("title"),
                        each.getString("kind"),
                        each.getInteger("dose"),
                        LocalDate.parse(each.getString("planned")),
                        Fields.date(each, "earliest"),
                        Fields.date(each, "latest"),
                        each.getString("state")))
                .toList();
    }

    private static List<Dose> doses(@Nullable Document document, ZoneId zone) {
        return Fields.inOrder(document, "doses").stream()
                .map(each -> {
                    var when = each.getString("when");
                    var startedAt = when.indexOf('T') > 0 ? Instant.parse(when) : null;
                    return new Dose(
                            each.getInteger("dose"),
                            each.getString("state"),
                            startedAt == null
                                    ? LocalDate.parse(when)
                                    : startedAt.atZone(zone).toLocalDate(),
                            startedAt,
                            each.getString("reason"),
                            Fields.texts(each, "deviations"));
                })
                .toList();
    }

    private static @Nullable Leaving stopped(@Nullable Document document) {
        var on = Fields.date(document, "stoppedOn");
        return document == null || on == null
                ? null
                : new Leaving(on, Trial.TREATMENT, document.getString("stoppedReason"));
    }
}
