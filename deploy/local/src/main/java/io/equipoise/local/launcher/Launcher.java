package io.equipoise.local.launcher;

import io.equipoise.local.Logging;
import io.equipoise.local.Stack;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;

/** All services side by side in one process, each through its own unchanged main class: {@code Launcher <home>}. */
public final class Launcher {

    private static final int AT_A_TIME = 2;

    private final Dist dist;
    private final Stack stack;
    private final ServiceSettings settings;
    private final Map<String, ConfigurableApplicationContext> running = new ConcurrentHashMap<>();
    private final Map<String, Throwable> failed = new ConcurrentSkipListMap<>();

    private Launcher(Stack stack) {
        this.stack = stack;
        this.dist = new Dist(stack.home().resolve("dist"));
        this.settings = new ServiceSettings(stack);
    }

    public static void main(String[] args) throws Exception {
        var stack = Stack.at(Path.of(args[0]));
        System.setProperty("spring.backgroundpreinitializer.ignore", "true"); // its latch can hang the other contexts
        Logging.configure(stack, "services");
        KeyFile.ensure(stack.keys());
        var launcher = new Launcher(stack);
        Runtime.getRuntime().addShutdownHook(new Thread(launcher::stopAll, "stop-all"));
        launcher.startAll();
        if (!launcher.failed.isEmpty()) {
            launcher.failed.forEach((name, e) -> System.err.println("FAILED " + name + ": " + root(e)));
            System.exit(1);
        }
        Files.writeString(stack.run().resolve("services.ready"), "");
        Thread.currentThread().join();
    }

    private void startAll() {
        try (var threads = Executors.newFixedThreadPool(
                AT_A_TIME, Thread.ofPlatform().daemon().factory())) {
            stack.services()
                    .forEach(service -> threads.execute(() -> {
                        if (failed.isEmpty()) {
                            tryToStart(service);
                        }
                    }));
        }
    }

    private void tryToStart(String service) {
        long begun = System.nanoTime();
        try {
            start(service);
            System.out.println(service + " is up after " + (System.nanoTime() - begun) / 1_000_000 + " ms");
        } catch (InvocationTargetException e) {
            failed.put(service, e.getCause());
        } catch (ReflectiveOperationException | IOException | RuntimeException | Error e) {
            failed.put(service, e);
        }
    }

    private void start(String service) throws ReflectiveOperationException, IOException {
        var view = new ServiceView(service, dist.jar(service), Launcher.class.getClassLoader());
        var main = Class.forName(view.mainClass(), true, view).getDeclaredMethod("main", String[].class);
        main.setAccessible(true); // the composition roots need not be public
        var arguments = settings.arguments(service).toArray(String[]::new);
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(view);
        try {
            SpringApplication.withHook(
                    application -> seenThrough(view, application), () -> main.invoke(null, (Object) arguments));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private SpringApplicationRunListener seenThrough(ServiceView view, SpringApplication application) {
        application.setResourceLoader(new DefaultResourceLoader(view));
        application.setRegisterShutdownHook(false);
        return new SpringApplicationRunListener() {
            @Override
            public void started(ConfigurableApplicationContext context, @Nullable Duration timeTaken) {
                running.put(view.getName(), context);
            }
        };
    }

    private void stopAll() {
        try (var threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory())) {
            running.values()
                    .forEach(context -> threads.execute(() -> {
                        Thread.currentThread().setContextClassLoader(context.getClassLoader());
                        context.close();
                    }));
        }
    }

    private static Throwable root(Throwable e) {
        return e.getCause() == null ? e : root(e.getCause());
    }
}
