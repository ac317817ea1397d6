package io.equipoise.dosing.application;

import io.equipoise.contracts.SubjectId;
import io.equipoise.dosing.domain.Circumstances;
import io.equipoise.dosing.domain.Companion;
import io.equipoise.dosing.domain.Levels;
import io.equipoise.dosing.domain.Protocol;
import io.equipoise.dosing.domain.Reduction;
import io.equipoise.dosing.domain.StudyStatus;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What this service has heard from others so far; it may lag behind them, and never asks them. */
public interface KnownFacts {

    /**
     * The version of a study's definition that sites worked by on a day; the first one for a day before it. Where that
     * one was active for enrolment only, the newest that is active for dosing counts.
     */
    Optional<Governing> governing(String study, LocalDate on);

    /** As {@link #governing(String, LocalDate)}, with what was activated at the person's site only. */
    Optional<Governing> governing(SubjectId subject, LocalDate on);

    /** One version of the definition that was activated where the person is. */
    Optional<Governing> version(SubjectId subject, int version);

    Optional<ZoneId> zone(String study, String site);

    StudyStatus status(String study);

    Circumstances around(SubjectId subject, @Nullable String kit);

    boolean knows(String study);

    /** What was told about a person's way into the study; both days absent for one nobody told about. */
    Entered entered(SubjectId subject);

    /** Everybody in a study of whom an enrolment or a randomization was told. */
    List<SubjectId> people(String study);

    /**
     * An activated version and what it states.
     *
     * @param dosing whether it was activated for dosing, and not for enrolment only
     * @param reductions how far a course may be reduced, by its name
     */
    record Governing(
            int version,
            Protocol protocol,
            Levels levels,
            boolean dosing,
            List<Companion> companions,
            Map<String, Reduction> reductions) {
        public Governing {
            companions = List.copyOf(companions);
            reductions = Map.copyOf(reductions);
        }
    }

    /** The days on which a person was enrolled and randomized. */
    record Entered(@Nullable LocalDate enrolledOn, @Nullable LocalDate randomizedOn) {
        boolean known() {
            return enrolledOn != null || randomizedOn != null;
        }

        @Nullable
        LocalDate day(String anchor) {
            return switch (anchor) {
                case Protocol.ENROLMENT -> enrolledOn;
                case Protocol.RANDOMIZATION -> randomizedOn;
                default -> null;
            };
        }
    }
}
