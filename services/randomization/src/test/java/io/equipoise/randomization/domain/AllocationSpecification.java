package io.equipoise.randomization.domain;

import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.Specification;
import io.equipoise.randomization.domain.AllocationEvent.ArmAllocated;
import io.equipoise.randomization.domain.AllocationEvent.KitDispensed;
import io.equipoise.randomization.domain.AllocationEvent.ProductOriginNoted;
import io.equipoise.randomization.domain.AllocationEvent.SubjectRandomized;
import java.util.List;

/** What the specifications of the allocation share: facts about ANNA and BORIS, who stand first and second on the list. */
abstract class AllocationSpecification extends Specification<Allocation, AllocationCommand, AllocationEvent> {
    static final SubjectRandomized ANNA_RANDOMIZED = randomized(Trial.ANNA, 1);
    static final ArmAllocated ANNA_ON_EXOSOMES = allocated(Trial.ANNA, Trial.EXOSOMES);
    static final SubjectRandomized BORIS_RANDOMIZED = randomized(Trial.BORIS, 2);
    static final ArmAllocated BORIS_ON_SALINE = allocated(Trial.BORIS, Trial.SALINE);
    static final List<AllocationEvent> BOTH_RANDOMIZED =
            List.of(Trial.DRAWN, Trial.RECEIVED, ANNA_RANDOMIZED, ANNA_ON_EXOSOMES, BORIS_RANDOMIZED, BORIS_ON_SALINE);
    static final KitDispensed ANNA_HAS_K3 = dispensed(Trial.ANNA, "K-3", 1);

    AllocationSpecification() {
        super(Allocation.DECIDER);
    }

    static SubjectRandomized randomized(SubjectId subject, int ordinal) {
        return new SubjectRandomized(
                subject.study(), subject.toString(), subject.site(), "ALL", ordinal, ordinal, Trial.DAY_0);
    }

    static ArmAllocated allocated(SubjectId subject, Arm arm) {
        return new ArmAllocated(subject.study(), subject.toString(), subject.site(), arm);
    }

    static KitDispensed dispensed(SubjectId subject, String kit, int dose) {
        return new KitDispensed(
                subject.study(), subject.toString(), subject.site(), kit, "P-0001", dose, Trial.FIRST_INFUSION);
    }

    /** What is noted of a kit that says nothing of a donor. */
    static ProductOriginNoted noDonor(SubjectId subject, String kit, int dose) {
        return origin(subject, kit, dose, ProductOrigin.NO_DONOR);
    }

    static ProductOriginNoted origin(SubjectId subject, String kit, int dose, ProductOrigin origin) {
        return new ProductOriginNoted(subject.study(), subject.toString(), subject.site(), kit, dose, origin);
    }
}
