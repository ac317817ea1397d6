package io.equipoise.local.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MailSinkTest {

    private MailSink sink;

    @BeforeEach
    void start() throws Exception {
        sink = MailSink.start(0, 0);
    }

    @AfterEach
    void stop() throws Exception {
        sink.close();
    }

    @Test
    void shows_what_was_sent_and_to_whom() throws Exception {
        send("Serious: Krampfanfall \u00fc", "Grade 4 \u2265 3\n.a line that begins with a dot");

        var mail = messages().get(0);
        assertThat(mail.path("subject").asString()).isEqualTo("Serious: Krampfanfall \u00fc");
        assertThat(mail.path("from").asString()).isEqualTo("alerts@equipoise.example");
        assertThat(mail.path("to").get(0).asString()).isEqualTo("saf-01@equipoise.example");
        assertThat(mail.path("text").asString().lines())
                .containsExactly("Grade 4 \u2265 3", ".a line that begins with a dot");
    }

    @Test
    void the_newest_comes_first() throws Exception {
        send("first", "1");
        send("second", "2");

        assertThat(messages())
                .extracting(mail -> mail.path("subject").asString())
                .containsExactly("second", "first");
    }

    @Test
    void the_page_shows_text_as_text() throws Exception {
        send("<script>alert(1)</script>", "<b>");

        assertThat(get("/")).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
    }

    @Test
    void the_oldest_make_room_when_a_thousand_are_kept() {
        var mailbox = new Mailbox(Clock.systemUTC());
        for (int i = 0; i < 1_005; i++) {
            mailbox.take("a@b", List.of("c@d"), "Subject: x\r\n\r\ntext\r\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(mailbox.mails()).hasSize(1_000);
        assertThat(mailbox.mails().getFirst().number()).isEqualTo(1_005);
    }

    private void send(String subject, String text) throws Exception {
        var settings = new Properties();
        settings.setProperty("mail.smtp.host", "localhost");
        settings.setProperty("mail.smtp.port", String.valueOf(sink.smtpPort()));
        var message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress("alerts@equipoise.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("saf-01@equipoise.example"));
        message.setSubject(subject, "UTF-8");
        message.setText(text, "UTF-8");
        Transport.send(message);
    }

    private JsonNode messages() throws Exception {
        return JsonMapper.builder().build().readTree(get("/api/messages"));
    }

    private String get(String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + sink.httpPort() + path))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
