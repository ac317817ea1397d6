package io.equipoise.operations.adapter.mongo;

import com.mongodb.client.MongoDatabase;
import io.equipoise.operations.application.Alert;
import io.equipoise.operations.application.Harm;
import io.equipoise.operations.application.Scan;
import io.equipoise.operations.application.Trial.Missing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.bson.Document;

/** Adverse events, alerts and scans as they are kept, in an order that neither their numbers nor the telling makes. */
final class ClinicalShelves {
    private static final Comparator<LocalDate> DAY = Comparator.nullsLast(Comparator.naturalOrder());
    private static final Comparator<Harm> BY_ONSET = Comparator.comparing(Harm::onset)
            .thenComparing(Harm::subject)
            .thenComparing(Harm::term)
            .thenComparingInt(Harm::grade)
            .thenComparing(Harm::dose, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Harm::event);
    private static final Comparator<Alert> BY_RAISING =
            Comparator.comparing(Alert::raisedAt).thenComparing(Alert::subject).thenComparing(Alert::alert);
    private static final Comparator<Scan> BY_PERSON = Comparator.comparing(Scan::subject)
            .thenComparing(Scan::acquiredOn, DAY)
            .thenComparing(Scan::timePoint)
            .thenComparing(Scan::scan);
    private static final Comparator<Missing> BY_ABSENT =
            Comparator.comparing(Missing::subject).thenComparing(Missing::timePoint);

    private final Shelf events;
    private final Shelf alerts;
    private final Shelf scans;
    private final Shelf missing;

    ClinicalShelves(MongoDatabase database) {
        this.events = new Shelf(database, "adverse_events");
        this.alerts = new Shelf(database, "alerts");
        this.scans = new Shelf(database, "scans");
        this.missing = new Shelf(database, "missing_scans");
    }

    List<Harm> harms(String study) {
        return events.of(study).stream()
                .map(each -> new Harm(
                        each.getString("_id"),
                        each.getString("subject"),
                        each.getString("site"),
                        each.getString("term"),
                        each.getInteger("grade", 0),
                        each.getBoolean("serious", false),
                        Fields.texts(each, "criteria"),
                        Instant.parse(each.getString("onset")),
                        each.getString("relation"),
                        each.getInteger("dose"),
                        each.getString("outcome")))
                .sorted(BY_ONSET)
                .toList();
    }

    /** An alert is shown once its raising was heard; what was told of it before waits for that. */
    List<Alert> alerts(String study) {
        return alerts.of(study).stream()
                .filter(each -> each.getString("raisedAt") != null)
                .map(ClinicalShelves::alert)
                .sorted(BY_RAISING)
                .toList();
    }

    private static Alert alert(Document each) {
        return new Alert(
                each.getString("_id"),
                each.getString("subject"),
                each.getString("site"),
                each.getString("event"),
                each.getString("summary"),
                Instant.parse(each.getString("raisedAt")),
                Fields.instant(each, "escalateAt"),
                channels(each, true),
                channels(each, false),
                each.getInteger("escalations", 0),
                each.getString("acknowledgedBy"),
                Fields.instant(each, "acknowledgedAt"));
    }

    private static List<String> channels(Document alert, boolean arrived) {
        return Fields.inOrder(alert, "deliveries").stream()
                .filter(each -> each.getBoolean("arrived", false) == arrived)
                .map(each -> each.getString("channel"))
                .distinct()
                .toList();
    }

    List<Scan> scans(String study) {
        return scans.of(study).stream()
                .map(each -> new Scan(
                        each.getString("_id"),
                        each.getString("subject"),
                        each.getString("site"),
                        each.getString("timePoint"),
                        Fields.date(each, "acquiredOn"),
                        each.getBoolean("passed"),
                        Fields.date(each, "readOn")))
                .sorted(BY_PERSON)
                .toList();
    }

    List<Missing> missing(String study) {
        return missing.of(study).stream()
                .map(each -> new Missing(
                        each.getString("subject"),
                        each.getString("site"),
                        each.getString("timePoint"),
                        LocalDate.parse(each.getString("latest"))))
                .sorted(BY_ABSENT)
                .toList();
    }
}
