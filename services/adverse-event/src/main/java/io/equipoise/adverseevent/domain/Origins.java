package io.equipoise.adverseevent.domain;

import static io.equipoise.platform.Decision.accept;

import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.Decider;
import io.equipoise.platform.Decision;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** From which donors the product of a study's kits is, as randomization told it: for the data safety board, and nobody else. */
public record Origins(Map<String, ProductOriginKept> kits) {
    public static final Decider<Origins, Keep, SafetyFact> DECIDER =
            new Decider<>(new Origins(Map.of()), Origins::decide, Origins::evolve);

    /** The beginning of the name of each of these streams, which are told on no topic. */
    public static final String STREAMS = "product-origin/";

    /** Keep what was told of one kit. Told again, it changes nothing. */
    public record Keep(ProductOriginKept told) {}

    public Origins {
        kits = Map.copyOf(kits);
    }

    public static String stream(String study) {
        return STREAMS + study;
    }

    /** Empty where nothing was told of this kit, or where it was handed out to somebody else. */
    public Optional<ProductOrigin> of(SubjectId subject, String kit) {
        return Optional.ofNullable(kits.get(kit))
                .filter(kept -> kept.subject().equals(subject))
                .map(ProductOriginKept::origin);
    }

    /** Whether nothing was ever told of the study. */
    public boolean areNone() {
        return kits.isEmpty();
    }

    private static Decision<SafetyFact> decide(Origins state, Keep command) {
        return command.told().equals(state.kits.get(command.told().kit())) ? accept() : accept(command.told());
    }

    private static Origins evolve(Origins state, SafetyFact fact) {
        return switch (fact) {
            case ProductOriginKept kept -> {
                var more = new HashMap<>(state.kits);
                more.put(kept.kit(), kept);
                yield new Origins(more);
            }
            case SafetyFact foreign -> throw new IllegalStateException("not about an origin: " + foreign);
        };
    }
}
