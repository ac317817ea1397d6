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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Every service, the broker and the store each in a process of its own, started again when it dies: {@code Supervisor <home>}. */
public final class Supervisor {

    private static final List<String> INFRASTRUCTURE = List.of("store", "broker", "identity", "mail");
    private static final long PATIENCE = 60_000_000_000L;

    private final Stack stack;
    private final Dist dist;
    private final List<Supervised> processes = new ArrayList<>();

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
            supervise(part, infrastructure(part));
        }
        awaitPort(stack.port("store"));
        awaitPort(stack.port("broker"));
        for (var service : stack.services()) {
            supervise(service, service(service));
        }
        for (var service : stack.services()) {
            awaitPort(stack.servicePort(service));
        }
        awaitPort(stack.port("identity"));
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
        return command(256, arguments);
    }

    /** The same Java with the same flags as this process, but for its memory. */
    private static List<String> command(int megabytes, Stream<String> arguments) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var flags = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> !flag.startsWith("-Xmx") && !flag.startsWith("-XX:AOT"));
        return Stream.concat(Stream.concat(Stream.of(java, "-Xmx" + megabytes + "m"), flags), arguments)
                .toList();
    }

    private void supervise(String name, List<String> command) {
        var process = new Supervised(name, command, stack.logs(), stack.run());
        processes.add(process);
        Thread.ofPlatform().name(name).daemon().start(process);
    }

    private static void awaitPort(int port) throws InterruptedException {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < PATIENCE) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
                return;
            } catch (IOException e) {
                Thread.sleep(100);
            }
        }
        System.err.println("Nobody answers at port " + port + "; see the logs");
        System.exit(1);
    }

    private void stop() {
        var services = processes.stream().skip(INFRASTRUCTURE.size()).toList();
        var infrastructure = processes.stream().limit(INFRASTRUCTURE.size()).toList();
        stopAll(services);
        stopAll(infrastructure);
    }

    private static void stopAll(List<Supervised> some) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            some.forEach(process -> threads.execute(process::stop));
        }
    }
}
