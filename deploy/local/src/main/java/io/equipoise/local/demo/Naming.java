package io.equipoise.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every event about a person names the study, the person, the protocol version that they go by, and the correlation. */
record Naming(Trial trial) {
    private static final List<String> ABOUT_PEOPLE =
            List.of("enrolment", "randomization", "allocation", "dosing", "adverse-events", "imaging", "ehr");
    private static final Set<String> ABOUT_NOBODY = Set.of(
            "SeedCommitted",
            "ShipmentRequested",
            "ShipmentSent",
            "ShipmentReceived",
            "ExcursionFound",
            "KitsDestroyed");
    private static final String STUDY = "study";

    void check() {
        var kafka = trial.doors().options().kafka();
        if (kafka == null) {
            trial.report().note("what events name was not looked at: no --kafka");
            return;
        }
        var json = new JsonMapper();
        var nameless = new ArrayList<String>();
        int events = 0;
        for (var record : Records.of(kafka, ABOUT_PEOPLE)) {
            var data = json.readTree(record.value());
            var type = Records.header(record, "ce_type").replaceAll("io\\.equipoise\\.|\\.v[0-9]+$", "");
            if (!data.path(STUDY).asString("").equals(trial.study()) || ABOUT_NOBODY.contains(type)) {
                continue;
            }
            events++;
            if (!named(record, data)) {
                nameless.add(type + " of " + record.key());
            }
        }
        trial.report()
                .holds(
                        "every event names study, person, protocol version and correlation",
                        events > 0 && nameless.isEmpty(),
                        nameless.size() + " of " + events + ": "
                                + nameless.stream().distinct().limit(3).toList());
    }

    private static boolean named(ConsumerRecord<String, String> record, JsonNode data) {
        return data.path("subject").asString("").startsWith(data.path(STUDY).asString())
                && Records.header(record, "ce_protocolversion").matches("[1-9][0-9]*")
                && !Records.header(record, "ce_correlationid").isBlank();
    }
}
