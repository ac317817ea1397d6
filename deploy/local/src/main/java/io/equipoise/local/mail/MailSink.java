package io.equipoise.local.mail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Takes mails over SMTP and shows them on a page ("/") and as JSON ("/api/messages"), the newest first. */
public final class MailSink implements AutoCloseable {

    private final Mailbox mailbox = new Mailbox(Clock.systemUTC());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ServerSocket smtp;
    private final HttpServer http;

    private MailSink(int smtpPort, int httpPort) throws IOException {
        this.smtp = new ServerSocket(smtpPort, 50, here());
        this.http = HttpServer.create(new InetSocketAddress(here(), httpPort), 50);
    }

    /** Nobody logs in here, so nobody else may come in; a container's walls are its own, and it says so. */
    private static InetAddress here() throws IOException {
        return InetAddress.getByName(System.getenv().getOrDefault("EQUIPOISE_LISTEN", "127.0.0.1"));
    }

    public static MailSink start(int smtpPort, int httpPort) throws IOException {
        var sink = new MailSink(smtpPort, httpPort);
        var json = JsonMapper.builder().build();
        sink.http.createContext("/", exchange -> answer(exchange, "/", "text/html; charset=utf-8", sink::page));
        sink.http.createContext(
                "/api/messages",
                exchange -> answer(
                        exchange,
                        "/api/messages",
                        "application/json",
                        () -> json.writeValueAsString(sink.mailbox.mails())));
        sink.http.setExecutor(sink.threads);
        sink.http.start();
        Thread.ofPlatform().name("smtp").daemon().start(sink::accept);
        return sink;
    }

    int smtpPort() {
        return smtp.getLocalPort();
    }

    int httpPort() {
        return http.getAddress().getPort();
    }

    private void accept() {
        while (!smtp.isClosed()) {
            try {
                threads.execute(new SmtpConversation(smtp.accept(), mailbox));
            } catch (IOException e) {
                // closed, or a client that went away before it was greeted
            }
        }
    }

    private static void answer(HttpExchange exchange, String path, String type, Supplier<String> content)
            throws IOException {
        try (exchange) {
            boolean known = exchange.getRequestURI().getPath().equals(path);
            byte[] body = (known ? content.get() : "not found").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", known ? type : "text/plain");
            exchange.sendResponseHeaders(known ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String page() {
        var rows = mailbox.mails().stream().map(MailSink::row).collect(Collectors.joining());
        return """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>Mails of the local stack</title>
            <style>body{font:16px/1.5 system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem}
            article{border-top:1px solid #888;padding:.5rem 0}pre{white-space:pre-wrap}</style>
            <h1>Mails of the local stack</h1><p>Every mail is taken, none is delivered. Newest first.</p>
            """ + (rows.isEmpty() ? "<p>None yet.</p>" : rows);
    }

    private static String row(Mail mail) {
        return "<article><h2>%s</h2><p>%s, from %s to %s</p><pre>%s</pre></article>"
                .formatted(
                        escape(mail.subject()),
                        mail.receivedAt(),
                        escape(mail.from()),
                        escape(String.join(", ", mail.to())),
                        escape(mail.text()));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    public void close() throws IOException {
        http.stop(0);
        smtp.close();
        threads.shutdownNow();
    }
}
