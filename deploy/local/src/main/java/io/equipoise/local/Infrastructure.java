package io.equipoise.local;

import io.equipoise.local.broker.Broker;
import io.equipoise.local.identity.IdentityProvider;
import io.equipoise.local.mail.MailSink;
import io.equipoise.store.EmbeddedStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * Store, broker, identity provider and mail sink in one process, or the parts of them that are named:
 * {@code Infrastructure <home> [store|broker|identity|mail ...]}.
 */
public final class Infrastructure {

    private static final List<String> PARTS = List.of("store", "mail", "broker", "identity");

    private final Stack stack;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    private Infrastructure(Stack stack) {
        this.stack = stack;
    }

    public static void main(String[] args) throws Exception {
        var stack = Stack.at(Path.of(args[0]));
        var parts = args.length > 1 ? List.of(args).subList(1, args.length) : PARTS;
        var name = parts.equals(PARTS) ? "infrastructure" : String.join("-", parts);
        System.setProperty("spring.main.register-shutdown-hook", "false"); // one hook, in order
        Logging.configure(stack, name);
        var infrastructure = new Infrastructure(stack);
        Runtime.getRuntime().addShutdownHook(new Thread(infrastructure::stop, "stop"));
        infrastructure.start(parts);
        Files.createDirectories(stack.run());
        Files.writeString(stack.run().resolve(name + ".ready"), "");
        Thread.currentThread().join();
    }

    private void start(List<String> parts) throws Exception {
        try (var threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory())) {
            var starts = new ArrayList<Callable<String>>();
            parts.forEach(part -> starts.add(() -> started(part)));
            for (var start : threads.invokeAll(starts)) {
                start.get();
            }
        } catch (ExecutionException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private String started(String part) throws Exception {
        long begun = System.nanoTime();
        var component = start(part);
        synchronized (running) {
            running.addFirst(component);
        }
        System.out.println(part + " is up after " + (System.nanoTime() - begun) / 1_000_000 + " ms");
        return part;
    }

    private AutoCloseable start(String part) throws Exception {
        return switch (part) {
            case "store" -> EmbeddedStore.start(stack.data("store").resolve("store.mv"), stack.port("store"), false);
            case "broker" -> Broker.start(stack.data("kafka"), stack.port("broker"), stack.port("broker-controller"));
            case "identity" -> IdentityProvider.start(stack);
            case "mail" -> MailSink.start(stack.port("smtp"), stack.port("mail"));
            default -> throw new IllegalArgumentException("There is no part " + part + "; there are " + PARTS);
        };
    }

    private void stop() {
        synchronized (running) {
            for (var component : running) {
                try {
                    component.close();
                } catch (Exception e) {
                    System.err.println("could not stop " + component + ": " + e);
                }
            }
        }
    }
}
