package io.equipoise.adverseevent.adapter.mongo;

import io.equipoise.platform.consume.Heard;
import io.equipoise.platform.web.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

/** Definitions as study-design tells them. */
final class Definitions {
    private Definitions() {}

    /** A study of the library as it is. */
    static Heard ofLibrary(String study) throws IOException {
        var text = Files.readString(Path.of("../study-design/src/main/resources/library/" + study + ".yaml"));
        Map<String, Object> definition = new Yaml().load(text);
        return told(study, StrictJson.mapper().valueToTree(definition));
    }

    static Heard told(String study, JsonNode definition) {
        var data = StrictJson.mapper().createObjectNode();
        data.put("study", study).set("definition", definition);
        return new Heard(
                "study-design",
                "studies",
                "study/" + study,
                1,
                1,
                "StudyDefined.v1",
                data,
                Instant.parse("2025-03-01T00:00:00Z"),
                null,
                null,
                null);
    }
}
