package io.equipoise.platform.relay;

import io.equipoise.platform.journal.Commit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells Kafka what the journal holds, in order, at least once, through the published language. Every commit of a told
 * stream gives at least one message on each of its topics, so that a consumer can tell a private fact from a lost one.
 */
public final class Relay<E> implements Consumer<List<Commit<E>>> {
    private final String service;
    private final PublishedLanguage<E> language;
    private final KafkaOperations<String, byte[]> kafka;
    private final JsonMapper json;

    public Relay(
            String service, PublishedLanguage<E> language, KafkaOperations<String, byte[]> kafka, JsonMapper json) {
        this.service = service;
        this.language = language;
        this.kafka = kafka;
        this.json = json;
    }

    /** Returns when the broker has acknowledged all of them. */
    @Override
    public void accept(List<Commit<E>> commits) {
        var sent = new ArrayList<CompletableFuture<?>>();
        for (var commit : commits) {
            records(commit).forEach(record -> sent.add(kafka.send(record)));
        }
        kafka.flush();
        try {
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw new IllegalStateException("the broker did not take a message: " + e.getMessage(), e);
        }
    }

    /** What a commit looks like outside, topic by topic. */
    public List<ProducerRecord<String, byte[]>> records(Commit<E> commit) {
        var all = new ArrayList<ProducerRecord<String, byte[]>>();
        if (commit.stream().startsWith("closed/")) {
            return all;
        }
        var topics = language.topics(commit.stream());
        var messages = topics.isEmpty() ? List.<Message>of() : language.tell(commit);
        messages.stream()
                .filter(message -> !topics.contains(message.topic()))
                .findFirst()
                .ifPresent(stray -> {
                    throw new IllegalStateException(stray.type() + " is told on " + stray.topic()
                            + ", which is not a topic of " + commit.stream());
                });
        for (var topic : topics) {
            var told = messages.stream().filter(m -> m.topic().equals(topic)).toList();
            if (told.isEmpty()) {
                all.add(envelope(commit, topic, Envelope.WITHHELD, 1, 1).record(topic, bytes("{}")));
            }
            for (int i = 0; i < told.size(); i++) {
                var message = told.get(i);
                all.add(envelope(commit, topic, message.type(), i + 1, told.size())
                        .record(topic, json.writeValueAsBytes(message.data())));
            }
        }
        return all;
    }

    private Envelope envelope(Commit<E> commit, String topic, String type, int part, int parts) {
        return new Envelope(
                service + "/" + topic + "/" + commit.stream() + "/" + commit.version() + "/" + part,
                service,
                commit.stream(),
                type,
                commit.by().recordedAt(),
                commit.version(),
                part,
                parts,
                commit.by().correlation(),
                commit.by().protocol(),
                type.equals(Envelope.WITHHELD) ? null : commit.by().actor());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
