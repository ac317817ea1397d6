package io.equipoise.adverseevent.adapter.kafka;

import io.equipoise.platform.consume.NotYet;
import io.equipoise.platform.hpke.RecipientSecret;
import java.util.Optional;

/** Opens what was sealed to this service for one purpose; what does not open waits, and is seen waiting. */
record Unsealing(Optional<RecipientSecret> key, String purpose) {

    /** @throws NotYet if there is no key for it, or if it was changed or is bound to something else */
    String open(String bound, String sealed) {
        var secret = key.filter(own -> own.holdsKeyOf(sealed))
                .orElseThrow(
                        () -> new NotYet("the key that opens what was sealed to this service (the line opening=)"));
        return secret.open(purpose, bound, sealed)
                .orElseThrow(
                        () -> new NotYet("a message that opens: this one was changed, or is about something else"));
    }
}
