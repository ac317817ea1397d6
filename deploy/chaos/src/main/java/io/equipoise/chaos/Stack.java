package io.equipoise.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** Where everything of the running stack is: the same file of ports that the launcher reads. */
public record Stack(Path root, Path home, Properties ports, int offset) {

    static Stack of(Path root, Path home, int offset) {
        var ports = new Properties();
        try (var in = Files.newInputStream(root.resolve("deploy/local/src/main/resources/local/stack.properties"))) {
            ports.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Stack(root, home.toAbsolutePath().normalize(), ports, offset);
    }

    public int port(String name) {
        var port = ports.getProperty(name, ports.getProperty("service." + name));
        if (port == null) {
            throw new IllegalArgumentException("no port is named " + name);
        }
        return Integer.parseInt(port) + offset;
    }

    public URI gateway() {
        return URI.create("http://localhost:" + port("gateway"));
    }

    public URI identity() {
        return URI.create("http://localhost:" + port("identity"));
    }

    public URI mail() {
        return URI.create("http://localhost:" + port("mail"));
    }

    public String bootstrap() {
        return "localhost:" + port("broker");
    }

    public String store() {
        return "mongodb://127.0.0.1:" + port("store") + "/?serverSelectionTimeoutMS=30000";
    }

    /** The longest log of one process, in megabytes: who cries over a fault keeps others from their work. */
    public long longestLog() {
        try (var logs = Files.list(home.resolve("logs"))) {
            return logs.mapToLong(log -> log.toFile().length()).max().orElse(0) / 1_000_000;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every process of the house itself; those below it are {@link #INFRASTRUCTURE}. */
    public static final List<String> SERVICES = List.of(
            "study-design",
            "enrolment",
            "randomization",
            "dosing-schedule",
            "adverse-event",
            "imaging",
            "ehr-integration",
            "operations",
            "gateway",
            "identity");

    /** What all of them stand on. */
    public static final List<String> INFRASTRUCTURE = List.of("store", "broker");
}
