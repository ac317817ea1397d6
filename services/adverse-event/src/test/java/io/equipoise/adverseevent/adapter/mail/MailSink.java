package io.equipoise.adverseevent.adapter.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that keeps what it is given; it can be shut and opened again on the same port. */
public final class MailSink implements AutoCloseable {
    private final ServerSocket door;
    private final List<String> mails = new CopyOnWriteArrayList<>();

    /** Port 0 is any free one. */
    public MailSink(int port) throws IOException {
        door = new ServerSocket();
        door.setReuseAddress(true);
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        Thread.ofVirtual().start(this::receive);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Everything received, with its envelope, one text a mail. */
    public List<String> mails() {
        return mails;
    }

    private void receive() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client) {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            say(client, "220 sink");
            var mail = new StringBuilder();
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var verb = line.split("[ :]")[0].toUpperCase(Locale.ROOT);
                switch (verb) {
                    case "MAIL", "RCPT" -> {
                        mail.append(line).append('\n');
                        say(client, "250 ok");
                    }
                    case "DATA" -> {
                        say(client, "354 go on");
                        for (var text = in.readLine(); text != null && !text.equals("."); text = in.readLine()) {
                            mail.append(text).append('\n');
                        }
                        mails.add(mail.toString());
                        mail.setLength(0);
                        say(client, "250 ok");
                    }
                    case "QUIT" -> {
                        say(client, "221 bye");
                        return;
                    }
                    default -> say(client, "250 ok");
                }
            }
        } catch (IOException gone) {
            // a client that hangs up has nothing to say
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
