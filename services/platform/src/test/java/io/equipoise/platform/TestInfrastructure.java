package io.equipoise.platform;

import io.equipoise.store.EmbeddedStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Kafka and MongoDB in containers where Docker and its images are there, else the embedded broker and store: the same
 * tests run on both. {@code -Dinfra=containers} or {@code -Dinfra=embedded} decides; the choice is printed.
 */
record TestInfrastructure(String kafka, String mongo) {
    private static final String KAFKA_IMAGE = "apache/kafka:4.2.1";
    private static final String MONGO_IMAGE = "mongo:8";
    private static final String REAPER_IMAGE = "testcontainers/ryuk:0.14.0";
    private static final int MONGO_PORT = 27017;

    static TestInfrastructure start() {
        var choice = System.getProperty("infra", "auto");
        boolean containers = choice.equals("containers") || choice.equals("auto") && dockerHasTheImages();
        System.out.println("infra: tests run on " + (containers ? "containers" : "the embedded broker and store")
                + " (-Dinfra=auto|containers|embedded, asked for: " + choice + ")");
        return containers ? containers() : embedded();
    }

    private static TestInfrastructure embedded() {
        var store = EmbeddedStore.temporary();
        var broker = new EmbeddedKafkaKraftBroker(
                1,
                3,
                "studies",
                "enrolment",
                "randomization",
                "allocation",
                "dosing",
                "adverse-events",
                "imaging",
                "ehr",
                "seals");
        broker.brokerProperties(java.util.Map.of(
                "group.initial.rebalance.delay.ms", "0",
                "offsets.topic.num.partitions", "1",
                "auto.create.topics.enable", "false"));
        broker.afterPropertiesSet();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            broker.destroy();
            store.close();
        }));
        return new TestInfrastructure(broker.getBrokersAsString(), store.uri());
    }

    private static TestInfrastructure containers() {
        // a broker opens its door once it has read its logs; what it writes about that differs between images
        var kafka = new KafkaContainer(DockerImageName.parse(KAFKA_IMAGE)).waitingFor(Wait.forListeningPort());
        var mongo = new GenericContainer<>(DockerImageName.parse(MONGO_IMAGE))
                .withExposedPorts(MONGO_PORT)
                .waitingFor(Wait.forListeningPort());
        kafka.start();
        mongo.start();
        return new TestInfrastructure(
                kafka.getBootstrapServers(), "mongodb://" + mongo.getHost() + ":" + mongo.getMappedPort(MONGO_PORT));
    }

    /** Asks for the images, never Testcontainers itself, which probes for minutes where there are none. */
    private static boolean dockerHasTheImages() {
        var ask = new ArrayList<>(List.of("docker", "image", "inspect", KAFKA_IMAGE, MONGO_IMAGE));
        if (!Boolean.parseBoolean(System.getenv("TESTCONTAINERS_RYUK_DISABLED"))) {
            ask.add(REAPER_IMAGE);
        }
        return succeeds(ask);
    }

    private static boolean succeeds(List<String> command) {
        try {
            var ask = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return ask.waitFor(10, TimeUnit.SECONDS) && ask.exitValue() == 0;
        } catch (IOException noDocker) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
