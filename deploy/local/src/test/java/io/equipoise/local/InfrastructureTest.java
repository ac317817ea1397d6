package io.equipoise.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The infrastructure in a process of its own is killed, as kill -9 does: what it took is there when it is back. */
class InfrastructureTest {

    @Test
    @Timeout(180)
    void what_was_acknowledged_is_there_after_a_kill(@TempDir Path home) throws Exception {
        int offset = FreePorts.offset();
        var stack = Stack.at(home, offset);
        var process = start(home, offset);
        String key;
        try (var client = MongoClients.create(stack.storeUri())) {
            client.getDatabase("test").getCollection("kept").insertOne(new Document("_id", "ANNA"));
            tell(stack, IntStream.range(0, 100).mapToObj(i -> "fact " + i).toList());
            key = get(stack.issuer() + "/oauth2/jwks");
        } finally {
            process.destroyForcibly().waitFor();
        }

        process = start(home, offset);
        try (var client = MongoClients.create(stack.storeUri())) {
            assertThat(client.getDatabase("test").getCollection("kept").find())
                    .containsExactly(new Document("_id", "ANNA"));
            assertThat(told(stack, 100)).hasSize(100).startsWith("fact 0").endsWith("fact 99");
            assertThat(get(stack.issuer() + "/oauth2/jwks")).isEqualTo(key);
            tell(stack, List.of("after"));
            assertThat(told(stack, 101)).endsWith("after");
            assertThat(topics(stack)).contains("studies", "allocation", "seals", "adverse-events-dlt");
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static Process start(Path home, int offset) throws Exception {
        Files.deleteIfExists(home.resolve("run").resolve("infrastructure.ready"));
        Files.createDirectories(home.resolve("logs"));
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Infrastructure.class.getName(),
                home.toString());
        builder.environment().put("EQUIPOISE_PORT_OFFSET", String.valueOf(offset));
        var process = builder.inheritIO().start();
        while (!Files.exists(home.resolve("run").resolve("infrastructure.ready"))) {
            assertThat(process.isAlive()).as("the infrastructure lives").isTrue();
            Thread.sleep(50);
        }
        return process;
    }

    private static void tell(Stack stack, List<String> facts) throws Exception {
        var settings = new Properties();
        settings.put("bootstrap.servers", stack.bootstrapServers());
        settings.put("acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (var fact : facts) {
                producer.send(new ProducerRecord<>("enrolment", 0, "ANNA", fact))
                        .get();
            }
        }
    }

    private static List<String> told(Stack stack, int expected) {
        var settings = new Properties();
        settings.put("bootstrap.servers", stack.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition("enrolment", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var told = new ArrayList<String>();
            while (told.size() < expected) {
                consumer.poll(Duration.ofSeconds(1)).forEach(heard -> told.add(heard.value()));
            }
            return told;
        }
    }

    private static Iterable<String> topics(Stack stack) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            return admin.listTopics().names().get();
        }
    }

    private static String get(String url) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(url)).build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                    .body();
        }
    }
}
