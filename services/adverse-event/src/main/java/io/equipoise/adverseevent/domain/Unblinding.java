package io.equipoise.adverseevent.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.adverseevent.domain.UnblindingCommand.Keep;
import io.equipoise.adverseevent.domain.UnblindingCommand.Look;
import io.equipoise.adverseevent.domain.UnblindingFact.TreatmentRead;
import io.equipoise.adverseevent.domain.UnblindingFact.TreatmentUnblinded;
import io.equipoise.platform.Decider;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the safety office knows of one event's subject, and who looked at it (EU CTR 536/2014, Annex III 2.5: unblinded
 * information is for those who report and evaluate safety, and for nobody else).
 */
public record Unblinding(List<TreatmentUnblinded> told, List<TreatmentRead> looks) {
    public static final Decider<Unblinding, UnblindingCommand, SafetyFact> DECIDER =
            new Decider<>(new Unblinding(List.of(), List.of()), Unblinding::decide, Unblinding::evolve);

    /** The beginning of the name of each of these streams, which are told on no topic. */
    public static final String STREAMS = "unblinding/";

    public Unblinding {
        told = List.copyOf(told);
        looks = List.copyOf(looks);
    }

    public static String stream(String event) {
        return STREAMS + event;
    }

    /** What was told last; empty while the subject is blind. */
    public Optional<TreatmentUnblinded> latest() {
        return told.isEmpty() ? Optional.empty() : Optional.of(told.getLast());
    }

    /** Whether this breaking of the code is known already. */
    public boolean knows(TreatmentUnblinded one) {
        return told.contains(one);
    }

    private static Decision<SafetyFact> decide(Unblinding state, UnblindingCommand command) {
        return switch (command) {
            case Keep(var one) -> state.knows(one) ? accept() : accept(one);
            case Look(var by, var at) ->
                state.latest()
                        .<Decision<SafetyFact>>map(
                                known -> accept(new TreatmentRead(known.event(), known.subject(), by, at)))
                        .orElseGet(() -> refuse(Refusal.unknown(
                                "UNBLINDING_UNKNOWN", "This event's subject is blind: no code was broken for it.")));
        };
    }

    private static Unblinding evolve(Unblinding state, SafetyFact fact) {
        return switch (fact) {
            case TreatmentUnblinded one -> new Unblinding(and(state.told, one), state.looks);
            case TreatmentRead look -> new Unblinding(state.told, and(state.looks, look));
            case SafetyFact foreign -> throw new IllegalStateException("not about an unblinding: " + foreign);
        };
    }

    private static <T> List<T> and(List<T> all, T one) {
        return Stream.concat(all.stream(), Stream.of(one)).toList();
    }
}
