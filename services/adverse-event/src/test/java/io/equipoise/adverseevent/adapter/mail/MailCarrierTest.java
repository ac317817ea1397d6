package io.equipoise.adverseevent.adapter.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.equipoise.adverseevent.adapter.mail.MailSettings.Mailbox;
import io.equipoise.adverseevent.application.AcknowledgementLinks;
import io.equipoise.adverseevent.application.Deliveries;
import io.equipoise.adverseevent.application.Deliveries.Couriers;
import io.equipoise.adverseevent.application.Deliveries.Pace;
import io.equipoise.adverseevent.application.Ward;
import io.equipoise.adverseevent.domain.AlertCommand.Escalate;
import io.equipoise.adverseevent.domain.AlertFact.AlertDelivered;
import io.equipoise.adverseevent.domain.AlertFact.AlertUndelivered;
import io.equipoise.adverseevent.domain.Delivery;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MailCarrierTest {
    private static final Pace QUICK = new Pace(Duration.ofMillis(5), Duration.ofMillis(20));
    private static final MailSettings SETTINGS = new MailSettings(
            "equipoise@trials.example",
            List.of(new Mailbox("safety-officer", "saf-01@trials.example")),
            List.of(new Mailbox("head-of-safety", "head@trials.example")),
            List.of(),
            "https://equipoise.example");
    private static final AcknowledgementLinks LINKS = new AcknowledgementLinks() {
        @Override
        public String token(String alert, Delivery mailed, Instant now) {
            return alert + "-" + mailed.step() + "-" + mailed.target().to();
        }

        @Override
        public Read read(String token, Instant now) {
            return new Forged();
        }
    };
    private final Ward ward = new Ward();

    @Test
    void a_mail_says_whom_how_grave_and_where_to_look_and_no_more() throws IOException {
        try (var sink = new MailSink(0)) {
            ward.raise(Ward.OFFICER);
            deliver(sink.port());
            await().until(() -> ward.alert().due().isEmpty());
            assertThat(sink.mails())
                    .singleElement()
                    .satisfies(mail -> assertThat(mail)
                            .contains(
                                    "RCPT TO:<saf-01@trials.example>",
                                    "Subject: Alert: serious adverse event, grade 3, subject",
                                    "NCT07146087-01-0001",
                                    "Message-ID: <AL-AE-7Q2M9K4T.raised.",
                                    "https://equipoise.example/safety/alerts/AL-AE-7Q2M9K4T",
                                    "https://equipoise.example/safety/acknowledge/AL-AE-7Q2M9K4T-0-safety-officer")
                            .doesNotContainIgnoringCase("infusion")
                            .doesNotContainIgnoringCase("reaction"));
        }
    }

    @Test
    void while_the_mail_server_is_down_the_mail_waits_and_then_arrives_once() throws IOException {
        int port;
        try (var sink = new MailSink(0)) {
            port = sink.port();
        }
        ward.raise(Ward.OFFICER);
        deliver(port);
        await().until(() -> ward.alertFacts().stream()
                        .filter(AlertUndelivered.class::isInstance)
                        .count()
                >= 2);
        try (var sink = new MailSink(port)) {
            await().until(() -> ward.alert().due().isEmpty());
            assertThat(sink.mails()).hasSize(1);
        }
        assertThat(ward.alertFacts().stream().filter(AlertDelivered.class::isInstance))
                .hasSize(1);
        assertThat(ward.alertFacts().toString()).doesNotContain("trials.example");
    }

    @Test
    void an_escalation_says_that_nobody_answered() throws IOException {
        try (var sink = new MailSink(0)) {
            ward.raise();
            ward.alerts()
                    .handle(
                            "alert/" + Ward.ALERT,
                            new Escalate(1, ward.clock.instant(), List.of(Ward.HEAD)),
                            ward.officer("escalate"));
            deliver(sink.port());
            await().until(() -> ward.alert().due().isEmpty());
            assertThat(sink.mails().getFirst())
                    .contains("RCPT TO:<head@trials.example>", "Nobody has acknowledged this alert");
        }
    }

    @Test
    void one_name_has_one_address() {
        var twice = new MailSettings(
                "equipoise@trials.example",
                List.of(new Mailbox("safety-officer", "a@trials.example")),
                List.of(new Mailbox("safety-officer", "b@trials.example")),
                List.of(),
                null);
        assertThatThrownBy(() -> new MailCarrier(new JavaMailSenderImpl(), twice, LINKS))
                .isInstanceOf(IllegalStateException.class);
    }

    private void deliver(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        var carrier = new MailCarrier(sender, SETTINGS, LINKS);
        new Deliveries(
                        ward.alerts(),
                        new Couriers(List.of(carrier), ward.turns),
                        (channel, time) -> {},
                        ward.clock,
                        QUICK)
                .setOut(Ward.ALERT);
    }
}
