package io.equipoise.chaos.figure;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;

/**
 * What no alert can be faster than, taken from the same stack in the same run: one insert that the store keeps, one message
 * to the broker and back, one HTTP request and its answer. Medians, one after the other, in microseconds.
 */
public record Raw(double insert, double kafka, double echo) {
    private static final int WARM = 150;
    private static final int ROUNDS = 300;
    private static final byte[] BODY = "{\"term\":\"Headache\",\"grade\":3,\"onset\":\"2026-11-20\"}"
            .repeat(4)
            .getBytes(StandardCharsets.UTF_8);

    public double sum() {
        return insert + kafka + echo;
    }

    /** The mean of a measurement before and one after. */
    public Raw with(Raw after) {
        return new Raw((insert + after.insert) / 2, (kafka + after.kafka) / 2, (echo + after.echo) / 2);
    }

    public static Raw measure(MongoClient mongo, String bootstrap) throws Exception {
        return new Raw(inserting(mongo), telling(bootstrap), echoing());
    }

    private static double inserting(MongoClient mongo) throws Exception {
        var database = mongo.getDatabase("chaos");
        var raw = database.getCollection("raw").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        try {
            return median(() -> raw.insertOne(new Document("body", new String(BODY, StandardCharsets.UTF_8))));
        } finally {
            database.drop();
        }
    }

    private static double telling(String bootstrap) throws Exception {
        var broker = Map.<String, Object>of("bootstrap.servers", bootstrap);
        var topic = "chaos-raw-" + System.nanoTime();
        try (var admin = Admin.create(broker)) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
            try (var producer = new KafkaProducer<>(
                            Map.<String, Object>of("bootstrap.servers", bootstrap, "acks", "all", "linger.ms", 0),
                            new ByteArraySerializer(),
                            new ByteArraySerializer());
                    var consumer = new KafkaConsumer<>(
                            Map.<String, Object>of("bootstrap.servers", bootstrap, "fetch.max.wait.ms", 100),
                            new ByteArrayDeserializer(),
                            new ByteArrayDeserializer())) {
                var partition = List.of(new TopicPartition(topic, 0));
                consumer.assign(partition);
                consumer.seekToBeginning(partition);
                return median(() -> {
                    producer.send(new ProducerRecord<>(topic, BODY)).get();
                    while (consumer.poll(Duration.ofSeconds(1)).isEmpty()) {
                        Thread.onSpinWait();
                    }
                    return topic;
                });
            } finally {
                admin.deleteTopics(List.of(topic)).all().get();
            }
        }
    }

    private static double echoing() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            var said = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, said.length);
            exchange.getResponseBody().write(said);
            exchange.close();
        });
        server.start();
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + server.getAddress().getPort() + "/"))
                    .POST(BodyPublishers.ofByteArray(BODY))
                    .build();
            return median(() -> client.send(request, BodyHandlers.ofByteArray()));
        } finally {
            server.stop(0);
        }
    }

    private static double median(Callable<?> work) throws Exception {
        var taken = new ArrayList<Long>();
        for (int i = 0; i < WARM + ROUNDS; i++) {
            long begun = System.nanoTime();
            work.call();
            if (i >= WARM) {
                taken.add(System.nanoTime() - begun);
            }
        }
        return Spread.of(taken).p50() / 1e3;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "insert %.2f + broker and back %.2f + HTTP echo %.2f = %.2f ms",
                insert / 1e3,
                kafka / 1e3,
                echo / 1e3,
                sum() / 1e3);
    }
}
