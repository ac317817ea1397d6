package io.equipoise.local.launcher;

import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.equipoise.local.Stack;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Stands for the services behind the gateway: a page with the scripts of the real ones, and a door for its form. */
final class PageBehind implements AutoCloseable {
    private static final Path ASSETS = Path.of("../../services/pages/src/main/resources/assets");
    private static final String POLICY = "default-src 'self'; form-action 'self'; frame-ancestors 'none'";

    private final List<HttpServer> servers;
    private final List<String> commands = new CopyOnWriteArrayList<>();

    PageBehind(Stack stack) throws IOException {
        servers = List.of(serve(stack.servicePort("operations")), serve(stack.servicePort("adverse-event")));
    }

    static PageBehind of(@Nullable PageBehind started) {
        return Optional.ofNullable(started).orElseThrow();
    }

    /** Every command that came through, with who sent it. */
    List<String> commands() {
        return List.copyOf(commands);
    }

    private HttpServer serve(int port) throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/", this::answer);
        server.createContext("/assets/", PageBehind::asset);
        server.start();
        return server;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var who = caller(exchange);
        if (exchange.getRequestMethod().equals("POST")) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var keyed = exchange.getRequestHeaders().getFirst("Idempotency-Key") != null;
            commands.add("POST " + exchange.getRequestURI() + " by " + who + " " + (keyed ? body : "without a key"));
            reply(exchange, "application/json", "{}".getBytes(StandardCharsets.UTF_8));
            return;
        }
        reply(exchange, "text/html;charset=utf-8", """
            <!doctype html><html lang="en"><head><title>A page</title><link rel="icon" href="/assets/mark.svg">
            <link rel="stylesheet" href="/assets/equipoise.css"></head><body>
            <header class="top"><b id="who">%s</b><button type="button" class="plain" id="log-out" hidden>Log out</button>
            </header><main><h1>%s</h1><form class="form" data-done="It is done."
            data-door="/api/safety/alerts/AL-1/acknowledgement"><label for="note">Note</label>
            <textarea id="note" name="note"></textarea><p data-problem role="alert"></p>
            <button type="submit">Send</button></form></main><script src="/assets/session.js" defer></script>
            <script src="/assets/forms.js" defer></script></body></html>
            """.formatted(who, exchange.getRequestURI())
                .getBytes(StandardCharsets.UTF_8));
    }

    private static void asset(HttpExchange exchange) throws IOException {
        var name = exchange.getRequestURI().getPath().replace("/assets/", "");
        var type = name.endsWith(".js") ? "text/javascript" : name.endsWith(".css") ? "text/css" : "image/svg+xml";
        reply(exchange, type, Files.readAllBytes(ASSETS.resolve(name)));
    }

    private static void reply(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String caller(HttpExchange exchange) {
        var token = exchange.getRequestHeaders().getFirst("Authorization");
        try {
            return token == null
                    ? "nobody"
                    : SignedJWT.parse(token.replace("Bearer ", ""))
                            .getJWTClaimsSet()
                            .getStringClaim("preferred_username");
        } catch (ParseException e) {
            return "somebody";
        }
    }

    @Override
    public void close() {
        servers.forEach(server -> server.stop(0));
    }
}
