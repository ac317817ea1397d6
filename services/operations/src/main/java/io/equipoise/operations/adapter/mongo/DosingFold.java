package io.equipoise.operations.adapter.mongo;

import io.equipoise.platform.consume.Heard;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import tools.jackson.databind.JsonNode;

/** A person's calendar and what became of each planned dose. */
final class DosingFold {
    private final Shelf calendars;

    DosingFold(Shelf calendars) {
        this.calendars = calendars;
    }

    void apply(Heard heard) {
        var data = heard.data();
        var subject = data.path("subject").asString("");
        switch (heard.type()) {
            case "CalendarPlanned.v1", "CalendarRecalculated.v1" ->
                calendars.fold(subject, heard, document -> planned(PersonFold.whose(document, data), data));
            case "DoseAdministered.v1" -> dose(subject, heard, "GIVEN", "startedAt");
            case "DoseHeld.v1" -> dose(subject, heard, "HELD", "heldOn");
            case "DoseReleased.v1" -> dose(subject, heard, "RELEASED", "releasedOn");
            case "DoseMissed.v1" -> dose(subject, heard, "MISSED", "missedOn");
            case "DosingStopped.v1" ->
                calendars.fold(
                        subject,
                        heard,
                        document -> PersonFold.whose(document, data)
                                .append("stoppedOn", data.path("stoppedOn").asString())
                                .append("stoppedReason", data.path("reason").asString("no reason told")));
            default -> {
                // not of dosing
            }
        }
    }

    private static void planned(Document document, JsonNode data) {
        document.append("day0", data.path("day0").asString());
        for (JsonNode entry : data.path("entries")) {
            Shelf.put(
                    document,
                    "entries",
                    entry.path("entry").asString(""),
                    new Document("order", entry.path("day").asLong(0))
                            .append("entry", entry.path("entry").asString(""))
                            .append("title", entry.path("title").asString(""))
                            .append("kind", entry.path("kind").asString(""))
                            .append(
                                    "dose",
                                    entry.path("dose").isNumber()
                                            ? entry.path("dose").asInt()
                                            : null)
                            .append("planned", entry.path("planned").asString())
                            .append("earliest", Fields.text(entry, "earliest"))
                            .append("latest", Fields.text(entry, "latest"))
                            .append("state", entry.path("state").asString("PLANNED")));
        }
    }

    private void dose(String subject, Heard heard, String state, String when) {
        var data = heard.data();
        int dose = data.path("dose").asInt();
        calendars.fold(
                subject,
                heard,
                document -> Shelf.put(
                        PersonFold.whose(document, data),
                        "doses",
                        dose + " " + state + " " + heard.version(),
                        new Document("order", heard.version())
                                .append("dose", dose)
                                .append("state", state)
                                .append("when", data.path(when).asString())
                                .append("reason", Fields.text(data, "reason"))
                                .append("deviations", deviations(data))));
    }

    private static List<String> deviations(JsonNode data) {
        var deviations = new ArrayList<String>();
        data.path("deviations").forEach(each -> deviations.add(each.asString("")));
        return deviations;
    }
}
