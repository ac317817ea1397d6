package io.equipoise.adverseevent.adapter.kafka;

import io.equipoise.adverseevent.application.ProductOrigins;
import io.equipoise.adverseevent.domain.ProductOrigin;
import io.equipoise.adverseevent.domain.ProductOriginKept;
import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.consume.Heard;
import io.equipoise.platform.consume.Reaction;
import io.equipoise.platform.hpke.RecipientSecret;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** Hears of topic {@code allocation}, of every kit handed out, from which donor its product is, and opens it with our key. */
public final class OriginEar implements Reaction {
    private static final String PURPOSE = "equipoise.product-origin.v1";

    private final ProductOrigins origins;
    private final Unsealing unsealing;
    private final Clock clock;

    public OriginEar(ProductOrigins origins, Optional<RecipientSecret> key, Clock clock) {
        this.origins = origins;
        this.unsealing = new Unsealing(key, PURPOSE);
        this.clock = clock;
    }

    @Override
    public Set<String> topics() {
        return Set.of("allocation");
    }

    /** What is known needs no key: the one that it was sealed to may be gone since. */
    @Override
    public void react(Heard heard) {
        if (heard.type().equals("ProductOriginSealed.v1")) {
            var subject = SubjectId.parse(heard.text("subject")).orElseThrow();
            var kit = heard.text("kit");
            if (origins.of(subject.study()).of(subject, kit).isEmpty()) {
                var dose = heard.data().path("dose").asInt();
                var bound = String.join("|", subject.toString(), String.valueOf(dose), kit);
                var origin = new ProductOrigin(unsealing.open(bound, heard.text("sealed")));
                origins.keep(
                        new ProductOriginKept(subject, dose, kit, origin),
                        heard.attribution("adverse-event", clock.instant(), "product-origin"));
            }
        }
    }
}
