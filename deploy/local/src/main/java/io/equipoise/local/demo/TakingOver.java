package io.equipoise.local.demo;

import io.equipoise.local.client.Answer;
import java.util.Map;

/** An officer takes an alert over, once it is known to have reached everybody whom it was for. */
final class TakingOver {
    private final Trial trial;

    TakingOver(Trial trial) {
        this.trial = trial;
    }

    /** The alert that an event of itself raises. */
    static String ofEvent(String event) {
        return "AL-" + event;
    }

    /**
     * Waits for the receipt of each delivery first. Who takes over while a mail is on its way changes the order in which the
     * two are on record, which chance would then decide.
     */
    void by(String officer, String alert, String note) {
        var told = trial.soon(() -> reached(alert));
        trial.report().holds("a receipt from everybody who is to be told", told, alert + " is still on its way");
        trial.report().accepted("acknowledged by a named officer", take(officer, alert, note));
    }

    Answer take(String officer, String alert, String note) {
        return trial.post(officer, "/api/safety/alerts/" + alert + "/acknowledgement", Map.of("note", note));
    }

    private boolean reached(String alert) {
        return trial.doors()
                .get(OfficeCase.OFFICER, "/api/safety/alerts")
                .body()
                .valueStream()
                .filter(each -> each.path("alert").asString("").equals(alert))
                .map(each -> each.path("deliveries"))
                .anyMatch(all -> !all.isEmpty()
                        && all.valueStream()
                                .allMatch(one ->
                                        "DELIVERED".equals(one.path("state").asString(""))));
    }
}
