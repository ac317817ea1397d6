package io.equipoise.local.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A running Apache Kafka broker that is its own controller; what it was told is there again after kill -9. */
public final class Broker implements AutoCloseable {

    private static final int NODE = 1;
    private static final String CONTROLLER = "CONTROLLER";

    private final KafkaRaftServer server;

    private Broker(KafkaRaftServer server) {
        this.server = server;
    }

    /** Returns when the broker answers and all topics are there. */
    public static Broker start(Path directory, int port, int controllerPort) throws Exception {
        Files.createDirectories(directory);
        if (!Files.exists(directory.resolve("meta.properties"))) {
            format(directory);
        }
        var config = KafkaConfig.fromProps(properties(directory, port, controllerPort));
        var server = new KafkaRaftServer(config, Time.SYSTEM);
        server.startup();
        Topics.create("127.0.0.1:" + port);
        return new Broker(server);
    }

    /** A new disk is a new cluster, so that the services notice that it was told nothing yet. */
    static void format(Path directory) throws Exception {
        var formatter = new Formatter()
                .setNodeId(NODE)
                .setClusterId(Uuid.randomUuid().toString())
                .setIgnoreFormatted(true)
                .setControllerListenerName(CONTROLLER)
                .setMetadataLogDirectory(directory.toString())
                .setReleaseVersion(MetadataVersion.latestProduction());
        formatter.addDirectory(directory.toString());
        formatter.run();
    }

    private static Properties properties(Path directory, int port, int controllerPort) throws IOException {
        var settings = new Properties();
        try (var in = Broker.class.getResourceAsStream("/local/broker.properties")) {
            settings.load(in);
        }
        var controller = "127.0.0.1:" + controllerPort;
        settings.setProperty("node.id", String.valueOf(NODE));
        settings.setProperty("controller.listener.names", CONTROLLER);
        settings.setProperty("controller.quorum.voters", NODE + "@" + controller);
        settings.setProperty("listeners", "PLAINTEXT://127.0.0.1:" + port + "," + CONTROLLER + "://" + controller);
        settings.setProperty("advertised.listeners", "PLAINTEXT://localhost:" + port);
        settings.setProperty("log.dirs", directory.toString());
        return settings;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
