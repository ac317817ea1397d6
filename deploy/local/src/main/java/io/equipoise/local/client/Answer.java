package io.equipoise.local.client;

import tools.jackson.databind.JsonNode;

/** What a door answered. */
public record Answer(int status, JsonNode body, String text) {

    public boolean accepted() {
        return status >= 200 && status < 300;
    }

    public String code() {
        return body.path("code").asString("");
    }

    public String detail() {
        return body.path("detail").asString("");
    }

    public String text(String field) {
        return body.path(field).asString("");
    }
}
