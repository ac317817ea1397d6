package io.equipoise.operations.adapter.mongo;

import com.mongodb.client.MongoDatabase;
import io.equipoise.operations.application.Alert;
import io.equipoise.operations.application.Harm;
import io.equipoise.operations.application.Scan;
import io.equipoise.operations.application.Trial.Missing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;

/** Adverse events, alerts and scans as they are kept. */
final class ClinicalShelves {
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
                .toList();
    }

    /** An alert is shown once its raising was heard; what was told of it before waits for that. */
    List<Alert> alerts(String study) {
        return alerts.of(study).stream()
                .filter(each -> each.getString("raisedAt") != null)
                .map(ClinicalShelves::alert)
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
                .toList();
    }

    List<Missing> missing(String study) {
        return missing.of(study).stream()
                .map(each -> new Missing(
                        each.getString("subject"),
                        each.getString("site"),
                        each.getString("timePoint"),
                        LocalDate.parse(each.getString("latest"))))
                .toList();
    }
}
