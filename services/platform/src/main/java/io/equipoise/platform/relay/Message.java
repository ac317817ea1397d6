package io.equipoise.platform.relay;

/**
 * A fact in the published language.
 *
 * @param type as in contracts, such as {@code SubjectEnrolled.v1}
 * @param data what goes out as JSON; exactly the fields of the golden example
 */
public record Message(String topic, String type, Object data) {}
