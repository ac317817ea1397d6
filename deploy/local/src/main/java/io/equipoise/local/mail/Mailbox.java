package io.equipoise.local.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The newest mails, in memory. */
final class Mailbox {

    private static final int KEPT = 1000;

    private final Deque<Mail> mails = new ArrayDeque<>();
    private final Clock clock;
    private long taken;

    Mailbox(Clock clock) {
        this.clock = clock;
    }

    synchronized void take(String from, List<String> to, byte[] content) {
        String subject;
        String text;
        try {
            var message = new MimeMessage(null, new ByteArrayInputStream(content));
            subject = message.getSubject() == null ? "" : message.getSubject();
            text = text(message.getContent());
        } catch (MessagingException | IOException e) {
            subject = "(a mail that cannot be read)";
            text = String.valueOf(e.getMessage());
        }
        mails.addFirst(new Mail(++taken, clock.instant(), from, to, subject, text));
        if (mails.size() > KEPT) {
            mails.removeLast();
        }
    }

    /** The newest first. */
    synchronized List<Mail> mails() {
        return List.copyOf(mails);
    }

    private static String text(@Nullable Object content) throws MessagingException, IOException {
        if (content instanceof Multipart parts) {
            var texts = new ArrayList<String>();
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                texts.add(text(part.getContent()));
            }
            return String.join("\n", texts);
        }
        return String.valueOf(content).strip();
    }
}
