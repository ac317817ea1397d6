package io.equipoise.randomization.adapter.kafka;

import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.relay.Message;
import io.equipoise.platform.relay.PublishedLanguage;
import io.equipoise.randomization.application.Allocations;
import io.equipoise.randomization.application.FollowingUp;
import io.equipoise.randomization.application.SealingEnvelopes;
import io.equipoise.randomization.domain.AllocationEvent;
import io.equipoise.randomization.domain.AllocationEvent.ArmAllocated;
import io.equipoise.randomization.domain.AllocationEvent.ArmReallocated;
import io.equipoise.randomization.domain.AllocationEvent.CodeBreakRefused;
import io.equipoise.randomization.domain.AllocationEvent.CodeBreakRequested;
import io.equipoise.randomization.domain.AllocationEvent.CodeBroken;
import io.equipoise.randomization.domain.AllocationEvent.KitDispensed;
import io.equipoise.randomization.domain.AllocationEvent.KitReturned;
import io.equipoise.randomization.domain.AllocationEvent.KitsReceived;
import io.equipoise.randomization.domain.AllocationEvent.ListApproved;
import io.equipoise.randomization.domain.AllocationEvent.ListDrafted;
import io.equipoise.randomization.domain.AllocationEvent.ListDrawn;
import io.equipoise.randomization.domain.AllocationEvent.ListReleased;
import io.equipoise.randomization.domain.AllocationEvent.ProductOriginNoted;
import io.equipoise.randomization.domain.AllocationEvent.SchemeDeclared;
import io.equipoise.randomization.domain.AllocationEvent.SeedCommitted;
import io.equipoise.randomization.domain.AllocationEvent.SequencesSettled;
import io.equipoise.randomization.domain.AllocationEvent.SubjectRandomized;
import io.equipoise.randomization.domain.AllocationEvent.SubjectRerandomized;
import io.equipoise.randomization.domain.Arm;
import io.equipoise.randomization.domain.SafetyEvent;
import io.equipoise.randomization.domain.SupplyEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * What goes out. On {@code randomization}: that something happened, in forms without a field for an arm. On {@code
 * allocation}, which few may read: the arm, sealed under the study's key, and for one person after a safety officer's
 * asking sealed to the safety office; and to the same office, of every kit, its donor.
 */
public final class AllocationLanguage implements PublishedLanguage<AllocationEvent> {
    public static final String BLINDED = "randomization";
    public static final String RESTRICTED = "allocation";

    private final BinaryOperator<String> seal;
    private final SafetyTold safety;
    private final OriginTold origins;

    /** @param seal encrypts, given a scope such as {@code study/NCT07146087} and a text */
    public AllocationLanguage(BinaryOperator<String> seal, SafetyTold safety, OriginTold origins) {
        this.seal = seal;
        this.safety = safety;
        this.origins = origins;
    }

    @Override
    public List<Message> tell(Commit<AllocationEvent> commit) {
        return commit.facts().stream().flatMap(this::all).toList();
    }

    @Override
    public List<String> topics(String stream) {
        if (stream.startsWith(SealingEnvelopes.stream("")) || stream.startsWith(FollowingUp.stream(""))) {
            return List.of(BLINDED);
        }
        return stream.startsWith(Allocations.stream("")) ? List.of(BLINDED, RESTRICTED) : List.of();
    }

    private Stream<Message> all(AllocationEvent event) {
        return event instanceof SafetyEvent ofSafety ? safety.of(ofSafety).stream() : told(event).stream();
    }

    private Optional<Message> told(AllocationEvent event) {
        return switch (event) {
            case SeedCommitted fact -> blinded("SeedCommitted.v1", new Told.Committed(fact.study(), fact.sha256()));
            case SubjectRandomized fact -> blinded("SubjectRandomized.v1", Told.of(fact));
            case KitDispensed fact -> blinded("KitDispensed.v1", Told.of(fact));
            case ProductOriginNoted fact -> origins.of(fact);
            case KitReturned fact -> blinded("KitReturned.v1", Told.of(fact));
            case CodeBroken fact -> blinded("CodeBroken.v1", Told.of(fact));
            case SubjectRerandomized fact -> blinded("SubjectRerandomized.v1", Told.of(fact));
            case ArmAllocated fact ->
                restricted(
                        "ArmAllocated.v1",
                        new Told.Allocated(
                                fact.subject(), fact.study(), fact.site(), sealed(fact.study(), fact.arm())));
            case ArmReallocated fact ->
                restricted(
                        "ArmReallocated.v1",
                        new Told.Allocated(
                                fact.subject(), fact.study(), fact.site(), sealed(fact.study(), fact.arm())));
            case ListDrawn secret -> Optional.empty();
            case SchemeDeclared secret -> Optional.empty();
            case SequencesSettled secret -> Optional.empty();
            case ListDrafted secret -> Optional.empty();
            case ListApproved inside -> Optional.empty();
            case ListReleased inside -> Optional.empty();
            case KitsReceived secret -> Optional.empty();
            case AllocationEvent.EnvelopeOpened fact -> blinded("CodeBroken.v1", Told.of(fact));
            case AllocationEvent.CodeBreakAssessed fact -> blinded("CodeBreakAssessed.v1", Told.of(fact));
            case AllocationEvent.OfEnvelopes secret -> Optional.empty();
            case AllocationEvent.AssignmentTaken secret -> Optional.empty();
            case CodeBreakRequested forTheAudit -> Optional.empty();
            case CodeBreakRefused forTheAudit -> Optional.empty();
            case SafetyEvent toldByItself -> Optional.empty();
            case SupplyEvent supplied -> SupplyTold.of(supplied).flatMap(told -> blinded(told.type(), told.data()));
        };
    }

    private String sealed(String study, Arm arm) {
        return seal.apply("study/" + study, arm.padded());
    }

    private static Optional<Message> restricted(String type, Object data) {
        return Optional.of(new Message(RESTRICTED, type, data));
    }

    private static Optional<Message> blinded(String type, Object data) {
        return Optional.of(new Message(BLINDED, type, data));
    }
}
