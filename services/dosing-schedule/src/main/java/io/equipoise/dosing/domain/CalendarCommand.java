package io.equipoise.dosing.domain;

import io.equipoise.contracts.SubjectId;
import io.equipoise.dosing.domain.Protocol.CourseRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What may be asked of a person's calendar. Time and what others told come along as data. */
public sealed interface CalendarCommand {

    /**
     * Plan a person's calendar.
     *
     * @param anchor what happened on day 0, such as RANDOMIZATION
     * @param cohort the dose group that the person was put into, where the study has any
     * @param dosing whether the study is active for dosing, and not for enrolment only
     */
    record Plan(
            String anchor,
            LocalDate day0,
            ZoneId zone,
            int definitionVersion,
            Protocol protocol,
            @Nullable String cohort,
            boolean dosing)
            implements CalendarCommand {}

    /** Move the calendar to a later version of the definition. */
    record Amend(int definitionVersion, Protocol protocol, LocalDate on, String reason, Instant toldAt)
            implements CalendarCommand {}

    /**
     * Record an infusion that was given.
     *
     * @param reductions by course, what the version says that the calendar follows
     */
    record Administer(
            SubjectId subject,
            Infusion infusion,
            Circumstances circumstances,
            Instant toldAt,
            Map<String, Reduction> reductions)
            implements CalendarCommand {
        public Administer {
            reductions = Map.copyOf(reductions);
        }

        /** Where no course may be reduced. */
        public Administer(SubjectId subject, Infusion infusion, Circumstances circumstances, Instant toldAt) {
            this(subject, infusion, circumstances, toldAt, Map.of());
        }
    }

    /** Say of one dose that is still to be given what becomes of it, from which day and why. */
    sealed interface Steer extends CalendarCommand {
        int dose();

        LocalDate on();

        String reason();

        Instant toldAt();
    }

    /**
     * Record a dose that nobody planned, where the protocol gives it when needed.
     *
     * @param taken what the site says about it; its number means nothing
     * @param courses what the version says that the calendar follows
     */
    record TakeAsNeeded(String course, Administer taken, List<CourseRule> courses) implements CalendarCommand {
        public TakeAsNeeded {
            courses = List.copyOf(courses);
        }
    }

    /** Put a dose off until it is released. */
    record Hold(int dose, LocalDate on, String reason, Instant toldAt) implements Steer {}

    /** Let a held dose be given again. */
    record Release(int dose, LocalDate on, String reason, Instant toldAt) implements Steer {}

    /** Record that a dose was not given and will not be. */
    record Miss(int dose, LocalDate on, String reason, Instant toldAt) implements Steer {}

    /**
     * Record what was given beside the trial dose.
     *
     * @param until its last day; absent while it goes on
     * @param entered whether the person is known as enrolled, or randomized
     * @param allowed what the study definition names
     */
    record Accompany(
            String companion,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String note,
            boolean entered,
            List<Companion> allowed,
            Instant toldAt)
            implements CalendarCommand {
        public Accompany {
            allowed = List.copyOf(allowed);
        }
    }

    /** Let one dose be given although the study is suspended. */
    record Permit(int dose, LocalDate on, String reason, StudyStatus study, Instant toldAt)
            implements CalendarCommand {}

    /** Give nothing from a day on. */
    record StopDosing(LocalDate on, StopScope scope, String reason) implements CalendarCommand {}
}
