package io.equipoise.chaos.load;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a door answered; status 0 where patience ended first. */
public record Reply(int status, String text) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    static final Reply NONE = new Reply(0, "");

    public boolean accepted() {
        return status >= 200 && status < 300;
    }

    public JsonNode body() {
        try {
            return text.startsWith("{") || text.startsWith("[") ? JSON.readTree(text) : JSON.createObjectNode();
        } catch (JacksonException notJson) {
            return JSON.createObjectNode();
        }
    }

    /** Of the problem, or of the first issue of a FHIR outcome. */
    public String code() {
        var issue = body().path("issue").path(0).path("details").path("coding").path(0);
        return text("code").isEmpty() ? issue.path("code").asString("") : text("code");
    }

    public String text(String field) {
        return body().path(field).asString("");
    }
}
