package io.equipoise.platform.consume;

import io.equipoise.platform.journal.Attribution;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A fact that another service told.
 *
 * @param at when the teller recorded it
 * @param protocol the version of the study's definition that whom it is about went by then, if the teller said so
 * @param actor whose account recorded it, if the teller said so
 */
public record Heard(
        String source,
        String topic,
        String stream,
        long version,
        int part,
        String type,
        JsonNode data,
        Instant at,
        @Nullable String correlation,
        @Nullable Integer protocol,
        @Nullable String actor) {

    /** A text field of the data; a message without it cannot be read. */
    public String text(String field) {
        var node = data.path(field);
        if (!node.isString()) {
            throw new io.equipoise.platform.relay.Envelope.Unreadable(
                    type + " of " + stream + " has no text field " + field);
        }
        return node.stringValue();
    }

    /**
     * The attribution of a command that follows from this message. Its id is derived from the message, so told twice is
     * one fact.
     *
     * @param service whose command it is
     */
    public Attribution attribution(String service, Instant now, String purpose) {
        var cause = source + "/" + topic + "/" + stream + "/" + version + "/" + part;
        return new Attribution(
                service + ":" + purpose + ":" + cause,
                cause,
                "system:" + service,
                "system",
                now,
                null,
                null,
                correlation == null ? cause : correlation,
                cause,
                null);
    }
}
