package io.equipoise.local.launcher;

import io.equipoise.local.Infrastructure;
import io.equipoise.local.Stack;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Every service, the broker and the store each in a process of its own, started again when it dies: {@code Supervisor <home>}. */
public final class Supervisor {

    private static final List<String> INFRASTRUCTURE = List.of("store", "broker", "identity", "mail");
    /** These hold a connection for everyone who watches the alerts, thousands of them. */
    private static final List<String> WATCHED = List.of("adverse-event", "gateway");

    private static final int AT_A_TIME = 3;
    private static final int HOPELESS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Stack stack;
    private final Dist dist;
    private final Map<String, Supervised> processes = new LinkedHashMap<>();

    private Supervisor(Stack stack) {
        this.stack = stack;
        this.dist = new Dist(stack.home().resolve("dist"));
    }

    public static void main(String[] args) throws Exception {
        var stack = Stack.at(Path.of(args[0]));
        KeyFile.ensure(stack.keys());
        Files.createDirectories(stack.run());
        Files.createDirectories(stack.logs());
        var supervisor = new Supervisor(stack);
        Runtime.getRuntime().addShutdownHook(new Thread(supervisor::stop, "stop"));
        supervisor.start();
        Files.writeString(stack.run().resolve("supervisor.ready"), "");
        Thread.currentThread().join();
    }

    private void start() throws IOException, InterruptedException {
        for (var part : INFRASTRUCTURE) {
            supervise(part, ".out", infrastructure(part));
        }
        await("store", stack.port("store"));
        await("broker", stack.port("broker"));
        var services = stack.services();
        for (int i = 0; i < services.size(); i++) {
            if (i >= AT_A_TIME) {
                await(services.get(i - AT_A_TIME));
            }
            supervise(services.get(i), ".log", service(services.get(i)));
        }
        for (var service : services) {
            await(service);
        }
        await("identity", stack.port("identity"));
    }

    private void await(String service) throws InterruptedException {
        await(service, stack.servicePort(service));
    }

    /** Gives up on a process that dies again and again before it ever answered. */
    private void await(String name, int port) throws InterruptedException {
        var process = processes.get(name);
        long begun = System.nanoTime();
        while (process != null && process.deaths() < HOPELESS && System.nanoTime() - begun < PATIENCE.toNanos()) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
                return;
            } catch (IOException e) {
                Thread.sleep(100);
            }
        }
        System.err.println(name + " does not answer at port " + port + "; see "
                + stack.logs().resolve(name + ".log"));
        System.exit(1);
    }

    private List<String> infrastructure(String part) throws IOException {
        int megabytes = part.equals("mail") ? 64 : 256;
        var arguments = Stream.of(
                "-cp",
                dist.jar("local").toString(),
                Infrastructure.class.getName(),
                stack.home().toString(),
                part);
        return command(megabytes, arguments);
    }

    private List<String> service(String service) throws IOException {
        var arguments = Stream.concat(
                Stream.of("-jar", dist.jar(service).toString()),
                new ServiceSettings(stack).arguments(service).stream());
        return command(WATCHED.contains(service) ? 512 : 256, arguments);
    }

    /** The same Java with the same flags as this process, but for its memory. */
    private static List<String> command(int megabytes, Stream<String> arguments) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var flags = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> !flag.startsWith("-Xmx") && !flag.startsWith("-XX:AOT"));
        return Stream.concat(Stream.concat(Stream.of(java, "-Xmx" + megabytes + "m"), flags), arguments)
                .toList();
    }

    private void supervise(String name, String log, List<String> command) {
        var process = new Supervised(
                command, stack.logs().resolve(name + log), stack.run().resolve(name + ".pid"));
        processes.put(name, process);
        Thread.ofPlatform().name(name).daemon().start(process);
    }

    private void stop() {
        var services = processes.values().stream().skip(INFRASTRUCTURE.size()).toList();
        var infrastructure =
                processes.values().stream().limit(INFRASTRUCTURE.size()).toList();
        stopAll(services);
        stopAll(infrastructure);
    }

    private static void stopAll(List<Supervised> some) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            some.forEach(process -> threads.execute(process::stop));
        }
    }
}
