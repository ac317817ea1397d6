package io.equipoise.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;

/**
 * Where everything of the local stack is.
 *
 * @param home where data, logs and process ids are kept
 * @param ports by name; those of services begin with "service."
 */
public record Stack(Path home, Properties ports) {

    private static final String SERVICE = "service.";

    /** The stack of this machine: EQUIPOISE_PORT_OFFSET moves every port, so that two stacks can run side by side. */
    public static Stack at(Path home) {
        var offset = System.getenv().getOrDefault("EQUIPOISE_PORT_OFFSET", "0");
        return at(home, Integer.parseInt(offset));
    }

    static Stack at(Path home, int offset) {
        var ports = new Properties();
        try (var in = Stack.class.getResourceAsStream("/local/stack.properties")) {
            ports.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ports.replaceAll((name, port) -> String.valueOf(Integer.parseInt(port.toString()) + offset));
        return new Stack(home.toAbsolutePath().normalize(), ports);
    }

    public int port(String name) {
        var port = ports.getProperty(name);
        if (port == null) {
            throw new IllegalArgumentException("No port is named " + name);
        }
        return Integer.parseInt(port);
    }

    /** The services in the order of their ports; the gateway, which is the door to the others, is last. */
    public List<String> services() {
        return ports.stringPropertyNames().stream()
                .filter(name -> name.startsWith(SERVICE))
                .map(name -> name.substring(SERVICE.length()))
                .sorted(Comparator.comparing((String name) -> name.equals("gateway"))
                        .thenComparingInt(this::servicePort))
                .toList();
    }

    public int servicePort(String service) {
        return port(SERVICE + service);
    }

    public String url(int port) {
        return "http://localhost:" + port;
    }

    public String issuer() {
        return url(port("identity"));
    }

    public String gateway() {
        return url(servicePort("gateway"));
    }

    public String bootstrapServers() {
        return "localhost:" + port("broker");
    }

    public String storeUri() {
        return "mongodb://127.0.0.1:" + port("store");
    }

    public Path data(String of) {
        return home.resolve("data").resolve(of);
    }

    public Path run() {
        return home.resolve("run");
    }

    public Path logs() {
        return home.resolve("logs");
    }

    public Path keys() {
        return home.resolve("keys");
    }
}
