package io.equipoise.local.audit;

import tools.jackson.databind.JsonNode;

/** What another service wrote down of a seal, and when. */
public record Anchor(int lane, long to, String seal, String anchoredAt) {

    static Anchor of(JsonNode json) {
        return new Anchor(
                json.path("lane").asInt(-1),
                json.path("to").asLong(-1),
                json.path("seal").asString(""),
                json.path("anchoredAt").asString(""));
    }
}
