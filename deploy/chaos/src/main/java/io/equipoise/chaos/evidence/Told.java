package io.equipoise.chaos.evidence;

/**
 * One record of a topic.
 *
 * @param content digest of its value
 */
public record Told(
        String topic,
        int partition,
        long offset,
        String source,
        String stream,
        long version,
        int part,
        int parts,
        String type,
        String content) {

    /** Whose order it belongs to. */
    public String key() {
        return topic + "|" + source + "|" + stream;
    }

    public String place() {
        return topic + " " + stream + " version " + version + " part " + part;
    }
}
