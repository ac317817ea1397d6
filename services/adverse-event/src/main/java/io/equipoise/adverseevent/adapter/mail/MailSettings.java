package io.equipoise.adverseevent.adapter.mail;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who gets alerts as e-mail.
 *
 * @param from the sender
 * @param officers get every alert
 * @param escalation one mailbox a step, in order
 * @param people who can be put on call or named by a ladder, and get no alert otherwise
 * @param link where people open this house in a browser; without it a mail carries no link
 */
@ConfigurationProperties("equipoise.safety.mail")
public record MailSettings(
        @DefaultValue("equipoise@localhost") String from,
        @DefaultValue List<Mailbox> officers,
        @DefaultValue List<Mailbox> escalation,
        @DefaultValue List<Mailbox> people,
        @Nullable String link) {
    public MailSettings {
        officers = List.copyOf(officers);
        escalation = List.copyOf(escalation);
        people = List.copyOf(people);
    }

    /** Everybody who has a mailbox here. */
    public Set<String> names() {
        return Stream.of(officers, escalation, people)
                .flatMap(List::stream)
                .map(Mailbox::name)
                .collect(Collectors.toSet());
    }

    /** The name stands in the record, the address only in the settings. */
    public record Mailbox(String name, String address) {}
}
