package io.equipoise.chaos.load;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** One command at one door, as text, so that a repeat is the same to the last byte. */
public record Request(String account, String path, String type, String body) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static Request json(String account, String path, Map<String, ?> body) {
        return new Request(account, path, "application/json", JSON.writeValueAsString(body));
    }
}
