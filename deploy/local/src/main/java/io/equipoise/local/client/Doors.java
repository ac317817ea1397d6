package io.equipoise.local.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public doors, as the accounts use them. A door that is away for a while is knocked at again with the same key, as a
 * good client does; what blinded accounts are answered is kept, to be searched for what must not be in it.
 */
public final class Doors {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String KEY = "Idempotency-Key";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Set<String> UNBLINDED = Set.of("pha-01", "sta-01", "dsb-01");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final Options options;
    private final String run;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final List<Exchange> seenByBlinded = new CopyOnWriteArrayList<>();
    private final AtomicInteger keys = new AtomicInteger();
    private final AtomicInteger knockedAgain = new AtomicInteger();

    public Doors(Options options, String run) {
        this.options = options;
        this.run = run;
    }

    /** One command at one door. */
    public record Command(String account, String path, String type, BodyPublisher body, Map<String, String> headers) {
        public Command(String account, String path, Map<String, ?> body) {
            this(account, path, "application/json", JSON.writeValueAsBytes(body), Map.of());
        }

        public Command(String account, String path, String type, byte[] body, Map<String, String> headers) {
            this(account, path, type, BodyPublishers.ofByteArray(body), headers);
        }
    }

    /** Sends with a new key; a retry uses the same. */
    public Answer post(Command command) {
        return post(command, newKey());
    }

    public Answer post(Command command, String key) {
        var request = request(command.account(), command.path())
                .header(KEY, key)
                .header("Content-Type", command.type())
                .POST(command.body());
        command.headers().forEach(request::header);
        return send(command.account(), request.build(), isOneArm(command.path()) || isProtocol(command.path()));
    }

    /** Sends again, with the same key, while the answer is one of these codes: news from another service may be on its way. */
    public Answer postWhen(Command command, String... notYet) {
        var key = newKey();
        var codes = Set.of(notYet);
        var deadline = Instant.now().plus(PATIENCE);
        while (true) {
            var answer = post(command, key);
            if (!codes.contains(answer.code()) || Instant.now().isAfter(deadline)) {
                return answer;
            }
            pause(40);
        }
    }

    public Answer get(String account, String path) {
        return send(account, request(account, path).GET().build(), isProtocol(path));
    }

    /** One person's arm, for the one who may know it: a broken code, a look at what was unblinded for a report, its report. */
    private static boolean isOneArm(String path) {
        return path.contains("/code-breaks") || path.endsWith("/looks") || path.contains("/unblinded/");
    }

    /** The study's definition names its arms, as its public registration does. */
    private static boolean isProtocol(String path) {
        return path.matches("/api/studies(/[^/]+(/gaps)?)?");
    }

    public Options options() {
        return options;
    }

    public HttpClient http() {
        return http;
    }

    public HttpRequest.Builder request(String account, String path) {
        return HttpRequest.newBuilder(options.gateway().resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token(account));
    }

    public List<Exchange> seenByBlinded() {
        return List.copyOf(seenByBlinded);
    }

    public int knockedAgain() {
        return knockedAgain.get();
    }

    public String newKey() {
        return run + "-" + keys.incrementAndGet();
    }

    /** A page or document of another place than the gateway, such as the mail sink. */
    public Answer fetch(URI place) {
        return send(
                "",
                HttpRequest.newBuilder(place).timeout(Duration.ofSeconds(20)).build(),
                true);
    }

    private Answer send(String account, HttpRequest request, boolean mayShowAnArm) {
        var deadline = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                var response = http.send(request, BodyHandlers.ofString());
                if (response.statusCode() != 503 || Instant.now().isAfter(deadline)) {
                    if (!mayShowAnArm && !UNBLINDED.contains(account)) {
                        seenByBlinded.add(new Exchange(
                                account,
                                request.method(),
                                request.uri().toString(),
                                request.headers().firstValue(KEY).orElse(""),
                                response.statusCode(),
                                response.headers().map(),
                                response.body()));
                    }
                    return new Answer(response.statusCode(), json(response.body()), response.body());
                }
            } catch (IOException e) {
                if (Instant.now().isAfter(deadline)) {
                    throw new IllegalStateException(request.uri() + " does not answer: " + e, e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            knockedAgain.incrementAndGet();
            pause(300);
        }
    }

    private static tools.jackson.databind.JsonNode json(String text) {
        try {
            return text.startsWith("{") || text.startsWith("[") ? JSON.readTree(text) : JSON.createObjectNode();
        } catch (JacksonException notJson) {
            return JSON.createObjectNode();
        }
    }

    /** The account proves again who it is: its next request shows a new log-in. */
    public void logInAgain(String account) {
        tokens.remove(account);
    }

    private String token(String account) {
        return tokens.computeIfAbsent(account, name -> {
            var place = options.identity().resolve("/dev/token?account=" + name);
            var request = HttpRequest.newBuilder(place)
                    .timeout(Duration.ofSeconds(20))
                    .POST(BodyPublishers.noBody())
                    .build();
            var answer = send("", request, true);
            if (answer.text("access_token").isEmpty()) {
                throw new IllegalStateException("no token for " + name + ": " + answer.text());
            }
            return answer.text("access_token");
        });
    }

    public static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
