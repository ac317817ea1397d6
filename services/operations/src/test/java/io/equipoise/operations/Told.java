package io.equipoise.operations;

import io.equipoise.platform.consume.Heard;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** One message of a tale, as its service would tell it; dosing's as a journal from before accounts were told. */
record Told(String topic, String service, String stream, long version, String type, Map<String, Object> data) {
    private static final JsonMapper JSON = new JsonMapper();

    String json() {
        return JSON.writeValueAsString(data);
    }

    Heard heard(Instant at) {
        var actor = service.equals("dosing-schedule") ? null : "sc-01";
        return new Heard(service, topic, stream, version, 1, type, JSON.readTree(json()), at, null, null, actor);
    }
}
