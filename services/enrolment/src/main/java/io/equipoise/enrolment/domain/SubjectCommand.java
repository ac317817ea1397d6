package io.equipoise.enrolment.domain;

import io.equipoise.contracts.SubjectId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of one person's record. Today is the site's civil day: nothing happened after it. */
public sealed interface SubjectCommand {

    LocalDate today();

    record Register(SubjectId subject, LocalDate screenedOn, Origin origin, Study study, LocalDate today)
            implements SubjectCommand {
        public Register(SubjectId subject, LocalDate screenedOn, Study study, LocalDate today) {
            this(subject, screenedOn, Origin.FIRST, study, today);
        }
    }

    /** @param instead a number that the next attempt was to have and that somebody else came under */
    record AllowRescreening(SubjectId as, @Nullable SubjectId instead, LocalDate today) implements SubjectCommand {}

    record GiveGuardianConsent(GuardianConsent consent, Study study, LocalDate today) implements SubjectCommand {}

    record RecordAssent(Assent assent, LocalDate today) implements SubjectCommand {}

    record RecordTreatments(List<PriorTreatment> treatments, LocalDate today) implements SubjectCommand {
        public RecordTreatments {
            treatments = List.copyOf(treatments);
        }
    }

    /** @param reason why it replaces what was recorded before, where it does */
    record RecordAssessment(
            Measurement measurement, @Nullable String reason, Study study, LocalDate today) implements SubjectCommand {}

    record RecordPuncture(Puncture puncture, LocalDate today) implements SubjectCommand {}

    record RecordSample(Sample sample, LocalDate today) implements SubjectCommand {}

    /** @param to the definition as the person shall follow it */
    record MoveToVersion(Protocol to, LocalDate on, String reason, Study study, LocalDate today)
            implements SubjectCommand {}

    /** @param scopes what is agreed to beside taking part */
    record GiveConsent(Consent consent, List<String> scopes, Study study, LocalDate today) implements SubjectCommand {
        public GiveConsent {
            scopes = List.copyOf(scopes);
        }

        public GiveConsent(Consent consent, Study study, LocalDate today) {
            this(consent, List.of(), study, today);
        }
    }

    /** Takes back what was agreed to beside taking part, and nothing else. */
    record WithdrawScopes(List<String> scopes, LocalDate withdrawnOn, String reason, LocalDate today)
            implements SubjectCommand {
        public WithdrawScopes {
            scopes = List.copyOf(scopes);
        }
    }

    record WithdrawConsent(LocalDate withdrawnOn, String reason, LocalDate today) implements SubjectCommand {}

    record RecordFacts(List<Fact> facts, Study study, LocalDate today) implements SubjectCommand {
        public RecordFacts {
            facts = List.copyOf(facts);
        }
    }

    /** What a site's record system told: nobody waits for an answer, so what cannot be taken is set aside. */
    record TakeFromEhr(List<Fact> facts, @Nullable Consent consent, Study study, LocalDate today)
            implements SubjectCommand {
        public TakeFromEhr {
            facts = List.copyOf(facts);
        }
    }

    record FailScreening(LocalDate on, String reason, Assessment assessment, LocalDate today)
            implements SubjectCommand {}

    record Enrol(LocalDate enrolledOn, Place place, Assessment assessment, Study study, LocalDate today)
            implements SubjectCommand {}

    record Withdraw(LocalDate on, Scope scope, String reason, LocalDate today) implements SubjectCommand {}

    record ForfeitPlace(long place, LocalDate today) implements SubjectCommand {}
}
