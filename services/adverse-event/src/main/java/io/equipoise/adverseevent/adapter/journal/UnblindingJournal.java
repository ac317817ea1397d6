package io.equipoise.adverseevent.adapter.journal;

import io.equipoise.adverseevent.domain.ProductOriginKept;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.UnblindingFact.TreatmentRead;
import io.equipoise.adverseevent.domain.UnblindingFact.TreatmentUnblinded;
import io.equipoise.platform.journal.EventCodec;

/** The permanent names of what is known of treatments and of their donors, which are encrypted under a key of the study in this service. */
final class UnblindingJournal {
    private UnblindingJournal() {}

    static EventCodec<SafetyFact> named(EventCodec<SafetyFact> codec) {
        return codec.secret(
                        "TreatmentUnblinded.v1",
                        TreatmentUnblinded.class,
                        fact -> "study/" + fact.subject().study(),
                        "treatment")
                .event("TreatmentRead.v1", TreatmentRead.class)
                .secret(
                        "ProductOriginKept.v1",
                        ProductOriginKept.class,
                        fact -> "study/" + fact.subject().study(),
                        "origin");
    }
}
