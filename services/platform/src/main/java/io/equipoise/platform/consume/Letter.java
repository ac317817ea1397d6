package io.equipoise.platform.consume;

/** A message with what the consumer needs to put it in its place. */
record Letter(Heard heard, int parts, int partition) {

    /** Whose order it belongs to: a stream as one topic tells it. */
    String key() {
        return key(heard.source(), heard.topic(), heard.stream());
    }

    static String key(String source, String topic, String stream) {
        return source + "|" + topic + "|" + stream;
    }

    Place place() {
        return new Place(heard.version(), heard.part(), parts, heard.protocol());
    }
}
