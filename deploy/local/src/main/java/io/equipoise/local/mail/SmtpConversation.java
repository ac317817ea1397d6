package io.equipoise.local.mail;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One client's conversation as RFC 5321 has it, as far as a sender needs it. */
final class SmtpConversation implements Runnable {

    private static final int MAX_BYTES = 5 << 20;

    private final Socket socket;
    private final Mailbox mailbox;
    private String from = "";
    private final List<String> to = new ArrayList<>();

    SmtpConversation(Socket socket, Mailbox mailbox) {
        this.socket = socket;
        this.mailbox = mailbox;
    }

    @Override
    public void run() {
        try (socket) {
            socket.setSoTimeout(60_000);
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            var out = socket.getOutputStream();
            say(out, "220 localhost takes every mail and delivers none");
            for (var line = in.readLine(); line != null && answer(line, in, out); line = in.readLine()) {}
        } catch (IOException e) {
            // the client is gone; a mail that was not finished was not taken
        }
    }

    private boolean answer(String line, BufferedReader in, OutputStream out) throws IOException {
        var verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        switch (verb) {
            case "EHLO" -> say(out, "250-localhost\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 SIZE " + MAX_BYTES);
            case "HELO", "NOOP" -> say(out, "250 localhost");
            case "RSET" -> {
                begin("");
                say(out, "250 forgotten");
            }
            case "MAIL" -> {
                begin(address(line));
                say(out, "250 from " + from);
            }
            case "RCPT" -> {
                to.add(address(line));
                say(out, "250 to " + to.getLast());
            }
            case "DATA" -> data(in, out);
            case "QUIT" -> say(out, "221 bye");
            default -> say(out, "502 not known here: " + verb);
        }
        return !verb.equals("QUIT");
    }

    private void begin(String sender) {
        from = sender;
        to.clear();
    }

    private void data(BufferedReader in, OutputStream out) throws IOException {
        if (to.isEmpty()) {
            say(out, "503 to whom?");
            return;
        }
        say(out, "354 go on, and end with a line that is one dot");
        var content = new ByteArrayOutputStream();
        for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                throw new IOException("The client left amid a mail");
            }
            if (content.size() < MAX_BYTES) {
                var unstuffed = line.startsWith(".") ? line.substring(1) : line;
                content.writeBytes((unstuffed + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        mailbox.take(from, to, content.toByteArray());
        begin("");
        say(out, "250 taken");
    }

    private static String address(String line) {
        int begin = line.indexOf('<');
        int end = line.indexOf('>', begin + 1);
        return begin >= 0 && end > begin
                ? line.substring(begin + 1, end)
                : line.substring(line.indexOf(':') + 1).strip();
    }

    private static void say(OutputStream out, String answer) throws IOException {
        out.write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }
}
