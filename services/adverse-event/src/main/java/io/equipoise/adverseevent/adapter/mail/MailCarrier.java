package io.equipoise.adverseevent.adapter.mail;

import io.equipoise.adverseevent.adapter.mail.MailSettings.Mailbox;
import io.equipoise.adverseevent.application.AcknowledgementLinks;
import io.equipoise.adverseevent.application.Carrier;
import io.equipoise.adverseevent.domain.AlertFact.AlertRaised;
import io.equipoise.adverseevent.domain.Channel;
import io.equipoise.adverseevent.domain.Delivery;
import io.equipoise.adverseevent.domain.Target;
import io.equipoise.adverseevent.domain.alerting.RuleKind;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;

/**
 * Tells a mailbox. A mail passes through many hands, so it says who to look up and how grave it is, and no more: no term,
 * no narrative, no arm. Its Message-ID is the same for every attempt, so that a repeat is recognised.
 */
public final class MailCarrier implements Carrier {
    private static final int DEEPEST = 10;
    private final JavaMailSender sender;
    private final MailSettings settings;
    private final Map<String, String> addresses = new HashMap<>();

    private final AcknowledgementLinks links;

    public MailCarrier(JavaMailSender sender, MailSettings settings, AcknowledgementLinks links) {
        this.sender = sender;
        this.links = links;
        this.settings = settings;
        Stream.of(settings.officers(), settings.escalation(), settings.people())
                .flatMap(List::stream)
                .forEach(this::know);
    }

    private void know(Mailbox mailbox) {
        var other = addresses.put(mailbox.name(), mailbox.address());
        if (other != null && !other.equals(mailbox.address())) {
            throw new IllegalStateException("equipoise.safety.mail has two addresses for " + mailbox.name());
        }
    }

    public static List<Target> targets(List<Mailbox> mailboxes) {
        return mailboxes.stream()
                .map(mailbox -> new Target(Channel.EMAIL, mailbox.name()))
                .distinct()
                .toList();
    }

    @Override
    public boolean serves(Target target) {
        return target.channel() == Channel.EMAIL && addresses.containsKey(target.to());
    }

    @Override
    public Optional<String> carry(Dispatch dispatch) {
        try {
            sender.send(message(dispatch));
            return Optional.empty();
        } catch (MailException e) {
            return Optional.of("mail: " + innermost(e));
        } catch (MessagingException e) {
            return Optional.of("mail: " + e.getClass().getSimpleName());
        }
    }

    /** The kind of failure only: a server's answer may repeat addresses. */
    private static String innermost(Throwable failure) {
        var cause = failure;
        for (int depth = 0; depth < DEEPEST && cause.getCause() != null; depth++) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName();
    }

    private MimeMessage message(Dispatch dispatch) throws MessagingException {
        var target = dispatch.delivery().target();
        var message = sender.createMimeMessage();
        message.setFrom(new InternetAddress(settings.from()));
        message.setRecipient(
                MimeMessage.RecipientType.TO, new InternetAddress(addresses.getOrDefault(target.to(), "")));
        message.setSubject(subject(dispatch), StandardCharsets.UTF_8.name());
        message.setText(text(dispatch), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(dispatch.at()));
        message.setHeader("Auto-Submitted", "auto-generated");
        var id = dispatch.delivery().id(dispatch.alert().alert());
        message.setHeader(
                "Message-ID", "<" + id + "." + Integer.toHexString(target.to().hashCode()) + "@equipoise>");
        return message;
    }

    private static String subject(Dispatch dispatch) {
        var alert = dispatch.alert();
        var grade = alert.grade() == 0 ? "" : ", grade " + alert.grade();
        var what = what(alert) + grade + ", subject " + alert.subject();
        return dispatch.delivery().step() == Delivery.ALERT ? "Alert: " + what : "Not acknowledged: " + what;
    }

    private static String what(AlertRaised alert) {
        var kind = RuleKind.valueOf(alert.rule());
        return kind == RuleKind.SERIOUS ? "serious adverse event" : kind.words();
    }

    private String text(Dispatch dispatch) {
        var alert = dispatch.alert();
        var escalated = dispatch.delivery().step() == Delivery.ALERT
                ? ""
                : "Nobody has acknowledged this alert. This is step "
                        + dispatch.delivery().step() + ".\n\n";
        return escalated
                + """
                Alert because of: %s.

                Subject  %s
                Grade    %s
                Entered  %s
                Alert    %s
                %s
                Please read and acknowledge it in Equipoise. Answers to this mail are not read.
                """.formatted(
                                what(alert),
                                alert.subject(),
                                alert.grade() == 0 ? "not of one event" : Integer.toString(alert.grade()),
                                alert.raisedAt(),
                                alert.alert(),
                                link(dispatch));
    }

    /** The second link asks for the log-in, and then for a note: a mail scanner that opens it acknowledges nothing. */
    private String link(Dispatch dispatch) {
        var alert = dispatch.alert().alert();
        var token = links.token(alert, dispatch.delivery(), dispatch.at());
        return settings.link() == null
                ? ""
                : "Read     " + settings.link() + "/safety/alerts/" + alert + "\nTake     " + settings.link()
                        + "/safety/acknowledge/" + token + "\n";
    }
}
