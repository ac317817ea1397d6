package io.equipoise.randomization.adapter.kafka;

import io.equipoise.randomization.domain.AllocationEvent.CodeBreakAssessed;
import io.equipoise.randomization.domain.AllocationEvent.CodeBroken;
import io.equipoise.randomization.domain.AllocationEvent.EnvelopeOpened;
import io.equipoise.randomization.domain.AllocationEvent.KitDispensed;
import io.equipoise.randomization.domain.AllocationEvent.KitReturned;
import io.equipoise.randomization.domain.AllocationEvent.SubjectRandomized;
import io.equipoise.randomization.domain.AllocationEvent.SubjectRerandomized;
import io.equipoise.randomization.domain.SafetyEvent.BrokenForSafety;
import java.time.Instant;
import java.time.LocalDate;

/** Messages in the published language: exactly the fields of the golden examples. */
final class Told {
    private Told() {}

    record Committed(String study, String sha256) {}

    record Randomized(String subject, String study, String site, LocalDate randomizedOn, int ordinal) {}

    record Dispensed(
            String subject,
            String study,
            String site,
            String kit,
            int dose,
            String packagingLot,
            Instant dispensedAt) {}

    record Returned(String subject, String study, String site, String kit, int dose, Instant returnedAt) {}

    record Broken(String subject, String study, String site, String category, String brokenBy, Instant at) {}

    record Assessed(String subject, String study, String site, Instant brokenAt, String deviation, String assessedBy) {}

    record Allocated(String subject, String study, String site, String sealed) {}

    static Randomized of(SubjectRandomized fact) {
        return new Randomized(fact.subject(), fact.study(), fact.site(), fact.randomizedOn(), fact.ordinal());
    }

    static Randomized of(SubjectRerandomized fact) {
        return new Randomized(fact.subject(), fact.study(), fact.site(), fact.randomizedOn(), fact.ordinal());
    }

    static Dispensed of(KitDispensed fact) {
        return new Dispensed(
                fact.subject(),
                fact.study(),
                fact.site(),
                fact.kit(),
                fact.dose(),
                fact.packagingLot(),
                fact.dispensedAt());
    }

    static Returned of(KitReturned fact) {
        return new Returned(fact.subject(), fact.study(), fact.site(), fact.kit(), fact.dose(), fact.returnedAt());
    }

    static Broken of(CodeBroken fact) {
        return new Broken(
                fact.subject(), fact.study(), fact.site(), fact.category().name(), fact.brokenBy(), fact.at());
    }

    /** A code that was broken for the safety office; the category says so, and nothing says what it was. */
    static Broken of(BrokenForSafety fact) {
        return new Broken(fact.subject(), fact.study(), fact.site(), "SAFETY_REPORT", fact.brokenBy(), fact.at());
    }

    static Assessed of(CodeBreakAssessed fact) {
        return new Assessed(
                fact.subject(),
                fact.study(),
                fact.site(),
                fact.brokenAt(),
                fact.deviation().name(),
                fact.assessedBy());
    }

    /** A code that was broken by a sealed envelope, told as every other; its category says that it happened offline. */
    static Broken of(EnvelopeOpened fact) {
        return new Broken(
                fact.subject(),
                fact.study(),
                fact.site(),
                "OFFLINE_" + fact.category().name(),
                fact.openedBy(),
                fact.at());
    }
}
