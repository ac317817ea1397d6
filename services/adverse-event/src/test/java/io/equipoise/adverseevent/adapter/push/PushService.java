package io.equipoise.adverseevent.adapter.push;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A push service in this process: keeps what it is given, and answers as it is told. */
public final class PushService implements AutoCloseable {
    /** One push as it came. */
    public record Push(String path, Map<String, List<String>> headers, byte[] body) {
        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    private final HttpServer server;
    private final Map<String, Integer> alwaysAt = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    public final List<Push> pushes = new CopyOnWriteArrayList<>();
    /** What the next answers are; 0 is none at all until the house hangs up. Without any: 201. */
    public final Queue<Integer> answers = new ConcurrentLinkedQueue<>();

    public PushService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            pushes.add(new Push(
                    exchange.getRequestURI().getPath(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    exchange.getRequestBody().readAllBytes()));
            var always = alwaysAt.get(exchange.getRequestURI().getPath());
            var next = always != null ? always : answers.poll();
            int answer = next == null ? 201 : next;
            try {
                if (answer == 0) {
                    closing.await();
                }
                exchange.sendResponseHeaders(answer == 0 ? 503 : answer, -1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                exchange.close();
            }
        });
        server.start();
    }

    /** From now on, at that path. */
    public void answerAt(String path, int answer) {
        alwaysAt.put(path, answer);
    }

    public String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
