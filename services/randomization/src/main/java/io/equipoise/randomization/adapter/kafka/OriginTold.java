package io.equipoise.randomization.adapter.kafka;

import io.equipoise.platform.hpke.RecipientKey;
import io.equipoise.platform.relay.Message;
import io.equipoise.randomization.domain.AllocationEvent.ProductOriginNoted;
import java.util.Optional;

/**
 * From which donor the product of a kit is, told to the safety office alone, sealed to adverse-event's key: of every kit, of
 * every arm, at one length. Where no key is there to seal it with, nothing is told.
 */
public final class OriginTold {
    /** What is sealed is sealed for this and passes for nothing else. */
    static final String PURPOSE = "equipoise.product-origin.v1";

    private final Optional<RecipientKey> safetyOffice;

    public OriginTold(Optional<RecipientKey> safetyOffice) {
        this.safetyOffice = safetyOffice;
    }

    record Sealed(String subject, String study, String site, String kit, int dose, String sealed) {}

    Optional<Message> of(ProductOriginNoted noted) {
        return safetyOffice.map(
                key -> new Message(AllocationLanguage.RESTRICTED, "ProductOriginSealed.v1", sealed(noted, key)));
    }

    private static Sealed sealed(ProductOriginNoted noted, RecipientKey key) {
        var bound = String.join("|", noted.subject(), String.valueOf(noted.dose()), noted.kit());
        return new Sealed(
                noted.subject(),
                noted.study(),
                noted.site(),
                noted.kit(),
                noted.dose(),
                key.seal(PURPOSE, bound, noted.origin().padded()));
    }
}
