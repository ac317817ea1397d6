package io.equipoise.chaos.load;

import io.equipoise.chaos.ledger.Answer;
import io.equipoise.chaos.ledger.Command;
import io.equipoise.chaos.ledger.Digest;
import io.equipoise.chaos.ledger.Ledger;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The public doors as a good client uses them: every command has a key, is sent again with the same key until it is
 * answered, and everything is in the book before anybody acts on it.
 */
public final class Doors {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration ONE_SEND = Duration.ofSeconds(20);
    /** A service that compares its read models with a replay of all topics takes its time. */
    private static final Duration A_REPLAY = Duration.ofMinutes(6);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final URI gateway;
    private final URI identity;
    private final Ledger ledger;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> broken = new ConcurrentHashMap<>();
    private final AtomicInteger retries = new AtomicInteger();

    public Doors(URI gateway, URI identity, Ledger ledger) {
        this.gateway = gateway;
        this.identity = identity;
        this.ledger = ledger;
    }

    /** The same client through another way in. */
    public Doors through(URI other) {
        return new Doors(other, identity, ledger);
    }

    /** Sends until it is answered with something else than one of these codes, which say that news is on its way. */
    public Reply post(Request request, String key, String... notYet) {
        var command = new Command(key, request.account(), "POST " + request.path(), Digest.of(request.body()));
        ledger.asked(command);
        var codes = Set.of(notYet);
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var reply = once(request, command);
            boolean settled =
                    reply.status() > 0 && reply.status() < 500 && reply.status() != 429 && reply.status() != 401;
            if ((settled && !codes.contains(reply.code())) || System.nanoTime() > until) {
                return reply;
            }
            if (!settled) {
                retries.incrementAndGet();
            }
            pause(settled ? 60 : 200);
        }
    }

    private Reply once(Request request, Command command) {
        try {
            var outgoing = request(request.account(), request.path())
                    .header("Idempotency-Key", command.key())
                    .header("Content-Type", request.type())
                    .POST(BodyPublishers.ofString(request.body()))
                    .build();
            ledger.sent(command);
            var response = http.send(outgoing, BodyHandlers.ofString());
            var reply = new Reply(response.statusCode(), response.body());
            if (reply.status() == 500 || reply.status() == 502 || reply.status() == 504) {
                broken.merge(reply.status(), 1, Integer::sum);
            }
            ledger.answered(command, new Answer(reply.status(), reply.code(), Digest.of(reply.text())));
            return reply;
        } catch (IOException e) {
            ledger.unanswered(command, String.valueOf(e.getMessage()));
            return Reply.NONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks until there is an answer; asking is not in the book. */
    public Reply get(String account, String path) {
        return ask(account, path, false, A_REPLAY);
    }

    /** A door that changes no fact, such as the ones for operators. */
    public Reply operate(String account, String path) {
        return ask(account, path, true, Duration.ofMinutes(2));
    }

    private Reply ask(String account, String path, boolean post, Duration each) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                var request = request(account, path).timeout(each).header("Idempotency-Key", "operator");
                var response = http.send(
                        (post ? request.POST(BodyPublishers.noBody()) : request.GET()).build(),
                        BodyHandlers.ofString());
                if (response.statusCode() < 500 || System.nanoTime() > until) {
                    return new Reply(response.statusCode(), response.body());
                }
            } catch (IOException e) {
                if (System.nanoTime() > until) {
                    return Reply.NONE;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            pause(300);
        }
    }

    public HttpClient http() {
        return http;
    }

    public HttpRequest.Builder request(String account, String path) throws IOException, InterruptedException {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(ONE_SEND)
                .header("Authorization", "Bearer " + token(account));
    }

    /** How often a command was sent again for want of an answer. */
    public int retries() {
        return retries.get();
    }

    /** Answers that say that something of ours broke, by status; a 503 says that something is away, and is not one. */
    public Map<Integer, Integer> broken() {
        return Map.copyOf(broken);
    }

    private String token(String account) throws IOException, InterruptedException {
        var known = tokens.get(account);
        if (known != null) {
            return known;
        }
        var response = http.send(
                HttpRequest.newBuilder(identity.resolve("/dev/token?account=" + account))
                        .timeout(ONE_SEND)
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        var token = new Reply(response.statusCode(), response.body()).text("access_token");
        if (token.isEmpty()) {
            throw new IOException("no token for " + account + ": " + response.statusCode());
        }
        tokens.put(account, token);
        return token;
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
