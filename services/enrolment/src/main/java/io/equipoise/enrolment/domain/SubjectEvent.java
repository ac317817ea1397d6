package io.equipoise.enrolment.domain;

import io.equipoise.contracts.SubjectId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened to one person on the way into, through and out of a study. */
public sealed interface SubjectEvent extends EnrolmentEvent {

    SubjectId subject();

    /** @param attempt counted from 1; null in facts of the first release, which knew no other */
    record SubjectRegistered(
            SubjectId subject,
            LocalDate screenedOn,
            @Nullable SubjectId rescreenOf,
            @Nullable Integer attempt,
            @Nullable String invitation)
            implements SubjectEvent {

        /** Which attempt it is, counted from 1. */
        public int nth() {
            return attempt == null ? 1 : attempt;
        }
    }

    /** The person comes again under another number. */
    record SubjectRescreened(SubjectId subject, SubjectId as) implements SubjectEvent {}

    record GuardianConsentGiven(SubjectId subject, String version, LocalDate givenOn, Guardian guardian)
            implements SubjectEvent {}

    record AssentRecorded(SubjectId subject, AssentAnswer answer, LocalDate on) implements SubjectEvent {}

    record PriorTreatmentsRecorded(SubjectId subject, List<PriorTreatment> treatments) implements SubjectEvent {
        public PriorTreatmentsRecorded {
            treatments = List.copyOf(treatments);
        }
    }

    record SubjectMovedToVersion(SubjectId subject, int from, int version, LocalDate on, String reason)
            implements SubjectEvent {}

    record ConsentGiven(SubjectId subject, String version, LocalDate givenOn) implements SubjectEvent {}

    record ConsentScopesGiven(SubjectId subject, List<String> scopes, LocalDate givenOn) implements SubjectEvent {
        public ConsentScopesGiven {
            scopes = List.copyOf(scopes);
        }
    }

    record ConsentScopesWithdrawn(SubjectId subject, List<String> scopes, LocalDate withdrawnOn, String reason)
            implements SubjectEvent {
        public ConsentScopesWithdrawn {
            scopes = List.copyOf(scopes);
        }
    }

    record ConsentWithdrawn(SubjectId subject, LocalDate withdrawnOn, String reason) implements SubjectEvent {}

    record ScreeningFactsRecorded(SubjectId subject, List<Fact> facts, int definitionVersion) implements SubjectEvent {
        public ScreeningFactsRecorded {
            facts = List.copyOf(facts);
        }
    }

    /** What a site's record system sent and the definition does not allow: kept, shown, and never used. */
    record EhrItemsSetAside(SubjectId subject, List<SetAside> items) implements SubjectEvent {
        public EhrItemsSetAside {
            items = List.copyOf(items);
        }
    }

    /** @param definitionVersion that asked the rules; null in facts of the first release */
    record SubjectScreenFailed(
            SubjectId subject,
            LocalDate on,
            List<String> rules,
            String reason,
            @Nullable Integer definitionVersion) implements SubjectEvent {
        public SubjectScreenFailed {
            rules = List.copyOf(rules);
        }
    }

    /** With every criterion as it was answered that day, and the definition's version that asked. */
    record SubjectEnrolled(
            SubjectId subject,
            LocalDate enrolledOn,
            Place place,
            Map<String, String> strata,
            int definitionVersion,
            List<Criterion> criteria)
            implements SubjectEvent {
        public SubjectEnrolled {
            strata = Map.copyOf(strata);
            criteria = List.copyOf(criteria);
        }
    }

    /** Whether the person may come in was decided by the site's own rules, in this version of them. */
    record SiteRulesApplied(SubjectId subject, int siteRules, int definitionVersion) implements SubjectEvent {}

    record SubjectWithdrawn(SubjectId subject, LocalDate on, Scope scope, String reason) implements SubjectEvent {}

    /** This place will never enrol this person, so that it can be given to another. */
    record PlaceForfeited(SubjectId subject, long place) implements SubjectEvent {}

    /** What was measured of a person, and in what. */
    sealed interface ExaminationEvent extends SubjectEvent {

        /**
         * @param instrument that the definition named then
         * @param reason why it replaces what was recorded before; null where nothing was
         */
        record AssessmentRecorded(
                SubjectId subject,
                Measurement measurement,
                @Nullable Instrument instrument,
                @Nullable String reason) implements ExaminationEvent {}

        record PunctureDone(SubjectId subject, Puncture puncture) implements ExaminationEvent {}

        record SampleTaken(SubjectId subject, Sample sample) implements ExaminationEvent {}
    }
}
