package io.equipoise.local.demo;

import tools.jackson.databind.JsonNode;

/** What a door answered. */
record Answer(int status, JsonNode body, String text) {

    boolean accepted() {
        return status >= 200 && status < 300;
    }

    String code() {
        return body.path("code").asString("");
    }

    String detail() {
        return body.path("detail").asString("");
    }

    String text(String field) {
        return body.path(field).asString("");
    }
}
