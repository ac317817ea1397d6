package io.equipoise.operations.adapter.mongo;

import io.equipoise.platform.consume.Heard;
import java.util.ArrayList;
import org.bson.Document;
import tools.jackson.databind.JsonNode;

/** Adverse events as last amended, and the alerts that they raised. */
final class SafetyFold {
    private final Shelf events;
    private final Shelf alerts;

    SafetyFold(Shelf events, Shelf alerts) {
        this.events = events;
        this.alerts = alerts;
    }

    void apply(Heard heard) {
        var data = heard.data();
        var alert = data.path("alert").asString("");
        switch (heard.type()) {
            case "AdverseEventReported.v1", "AdverseEventAmended.v1" ->
                events.fold(data.path("event").asString(""), heard, document -> event(document, data));
            case "AlertRaised.v1" ->
                alerts.fold(
                        alert,
                        heard,
                        document -> PersonFold.whose(document, data)
                                .append("event", data.path("event").asString(""))
                                .append("summary", data.path("summary").asString(""))
                                .append("raisedAt", data.path("raisedAt").asString())
                                .append("escalateAt", Fields.text(data, "escalateAt")));
            case "AlertDelivered.v1" -> delivery(alert, heard, true);
            case "AlertUndelivered.v1" -> delivery(alert, heard, false);
            case "AlertEscalated.v1" ->
                alerts.fold(
                        alert,
                        heard,
                        document ->
                                document.append("escalations", data.path("step").asInt(1)));
            case "AlertAcknowledged.v1" ->
                alerts.fold(
                        alert,
                        heard,
                        document -> document.append(
                                        "acknowledgedBy", data.path("by").asString())
                                .append("acknowledgedAt", data.path("at").asString()));
            default -> {
                // not of safety
            }
        }
    }

    private static void event(Document document, JsonNode data) {
        var criteria = new ArrayList<String>();
        data.path("criteria").forEach(each -> criteria.add(each.asString("")));
        PersonFold.whose(document, data)
                .append("term", data.path("term").asString(""))
                .append("grade", data.path("grade").asInt())
                .append("serious", data.path("serious").asBoolean(false))
                .append("criteria", criteria)
                .append("onset", data.path("onset").asString())
                .append("relation", Fields.text(data, "relation"))
                .append("dose", data.path("dose").isNumber() ? data.path("dose").asInt() : null)
                .append("outcome", Fields.text(data, "outcome"));
    }

    private void delivery(String alert, Heard heard, boolean arrived) {
        var data = heard.data();
        var channel = data.path("channel").asString("");
        alerts.fold(
                alert,
                heard,
                document -> Shelf.put(
                        document,
                        "deliveries",
                        channel + " " + data.path("to").asString(""),
                        new Document("order", heard.version())
                                .append("channel", channel)
                                .append("arrived", arrived)
                                .append("problem", Fields.text(data, "problem"))));
    }
}
