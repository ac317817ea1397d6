package io.equipoise.platform;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.equipoise.platform.relay.Envelope;
import io.equipoise.platform.web.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A real Kafka broker, a Mongo-wire store and an issuer of tokens, one each a test process. Call {@link #configure} from a
 * static method with {@code @DynamicPropertySource}.
 */
public final class TestStack {
    private static final TestStack SHARED = new TestStack();

    private final TestInfrastructure infrastructure = TestInfrastructure.start();
    private final KeyPair keys = newKeys();
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", infrastructure.kafka(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());

    public static TestStack shared() {
        return SHARED;
    }

    /** Points a service's context at this stack. */
    public static void configure(DynamicPropertyRegistry registry) {
        registry.add("spring.mongodb.uri", SHARED.infrastructure::mongo);
        registry.add("spring.kafka.bootstrap-servers", SHARED.infrastructure::kafka);
        registry.add("equipoise.keys-master", () -> Base64.getEncoder().encodeToString(new byte[32]));
        registry.add("equipoise.keys-sealing", TestRecipient::sealingText);
        registry.add("equipoise.keys-opening", TestRecipient::openingText);
        registry.add("spring.security.oauth2.resourceserver.jwt.public-key-location", SHARED::publicKey);
    }

    public String mongo() {
        return infrastructure.mongo();
    }

    public String kafka() {
        return infrastructure.kafka();
    }

    /** A bearer token for an account with one role and its sites ({@code "*"}: all), just logged in. */
    public String token(String account, Role role, String... sites) {
        return token(account, role, Instant.now(), sites);
    }

    /** The same of somebody who logged in at another time. */
    public String token(String account, Role role, Instant loggedInAt, String... sites) {
        var claims = new JWTClaimsSet.Builder()
                .subject(account)
                .claim("preferred_username", account)
                .claim("roles", List.of(role.claim()))
                .claim("sites", List.of(sites))
                .claim("auth_time", loggedInAt.getEpochSecond())
                .expirationTime(Date.from(Instant.now().plus(Duration.ofHours(1))))
                .build();
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
        try {
            token.sign(new RSASSASigner(keys.getPrivate()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return "Bearer " + token.serialize();
    }

    /** Tells a fact as the service that owns the topic would; returns when the broker has it. */
    public void tell(String topic, String stream, long version, String type, String json) {
        var id = UUID.randomUUID().toString();
        var envelope =
                new Envelope(id, owner(topic, stream), stream, type, Instant.now(), version, 1, 1, "test", null, null);
        producer.send(envelope.record(topic, json.getBytes(StandardCharsets.UTF_8)));
        producer.flush();
    }

    private static String owner(String topic, String stream) {
        return switch (topic) {
            case "studies" -> "study-design";
            case "allocation" -> "randomization";
            case "dosing" -> "dosing-schedule";
            case "adverse-events" -> "adverse-event";
            case "ehr" -> "ehr-integration";
            case "seals" -> stream.split("/", 3)[1];
            default -> topic;
        };
    }

    /** Sends bytes that may be no message at all. */
    public void sendRaw(String topic, String key, byte[] value) {
        producer.send(new org.apache.kafka.clients.producer.ProducerRecord<>(topic, key, value));
        producer.flush();
    }

    /** Waits until a record of the topic, from its first on, satisfies the condition; returns all read so far. */
    public List<ConsumerRecord<String, String>> hear(String topic, Predicate<ConsumerRecord<String, String>> until) {
        var heard = new ArrayList<ConsumerRecord<String, String>>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", infrastructure.kafka()),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var deadline = Instant.now().plusSeconds(30);
            while (Instant.now().isBefore(deadline)) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    heard.add(record);
                    if (until.test(record)) {
                        return heard;
                    }
                }
            }
        }
        throw new AssertionError("not told on " + topic + " within 30 s; heard " + heard);
    }

    /** The type of a told fact, such as {@code SubjectEnrolled.v1}. */
    public static String typeOf(ConsumerRecord<String, ?> record) {
        return Envelope.of(record.headers()).type();
    }

    /** Raw bytes of everything on a topic, for a search for what must not be there. */
    public String everythingOn(String topic) {
        var all = new StringBuilder();
        recordsOn(topic).forEach(record -> {
            all.append(new String(record.value(), StandardCharsets.UTF_8)).append('\n');
            record.headers()
                    .forEach(h -> all.append(new String(h.value(), StandardCharsets.UTF_8))
                            .append('\n'));
        });
        return all.toString();
    }

    /** All that a topic holds now. */
    public List<ConsumerRecord<String, byte[]>> recordsOn(String topic) {
        var all = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", infrastructure.kafka()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
        }
        return all;
    }

    private String publicKey() {
        try {
            Path file = Files.createTempFile("issuer", ".pem");
            var text = Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded());
            Files.writeString(file, "-----BEGIN PUBLIC KEY-----\n" + text + "\n-----END PUBLIC KEY-----\n");
            file.toFile().deleteOnExit();
            return "file:" + file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyPair newKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
