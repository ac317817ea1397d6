package io.equipoise.platform.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Dates and instants are read from ISO text and from nothing else: a number could be seconds, milliseconds or days. */
final class WrittenTime<T> extends StdDeserializer<T> {
    private final Function<String, T> parse;

    private WrittenTime(Class<T> type, Function<String, T> parse) {
        super(type);
        this.parse = parse;
    }

    static SimpleModule module() {
        return new SimpleModule("written-time")
                .addDeserializer(Instant.class, new WrittenTime<>(Instant.class, Instant::parse))
                .addDeserializer(LocalDate.class, new WrittenTime<>(LocalDate.class, LocalDate::parse));
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw context.wrongTokenException(parser, handledType(), JsonToken.VALUE_STRING, "text is expected");
        }
        var text = parser.getString();
        try {
            return parse.apply(text);
        } catch (DateTimeException e) {
            throw context.weirdStringException(text, handledType(), String.valueOf(e.getMessage()));
        }
    }
}
