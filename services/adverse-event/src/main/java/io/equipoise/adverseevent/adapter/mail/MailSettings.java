package io.equipoise.adverseevent.adapter.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who gets alerts as e-mail.
 *
 * @param from the sender
 * @param officers get every alert
 * @param escalation one mailbox a step, in order
 * @param link where people open this house in a browser; without it a mail carries no link
 */
@ConfigurationProperties("equipoise.safety.mail")
public record MailSettings(
        @DefaultValue("equipoise@localhost") String from,
        @DefaultValue List<Mailbox> officers,
        @DefaultValue List<Mailbox> escalation,
        @Nullable String link) {
    public MailSettings {
        officers = List.copyOf(officers);
        escalation = List.copyOf(escalation);
    }

    /** The name stands in the record, the address only in the settings. */
    public record Mailbox(String name, String address) {}
}
