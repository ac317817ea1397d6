package io.equipoise.dosing.domain;

import io.equipoise.dosing.domain.DoseFate.Pause;
import io.equipoise.platform.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** What several commands ask of one dose before anything else, so that each is refused in the same words. */
record DoseGate(Calendar calendar, int dose) {
    private static final int LONGEST_REASON = 1_000;

    /** A reason is there for a person to read. */
    static Optional<Refusal> reason(String reason, String pointer) {
        if (reason.isBlank()) {
            return Optional.of(Refusal.invalid("REASON_MISSING", "say why", pointer));
        }
        return reason.length() > LONGEST_REASON
                ? Optional.of(Refusal.invalid(
                        "REASON_TOO_LONG", "a reason has at most " + LONGEST_REASON + " characters", pointer))
                : Optional.empty();
    }

    /** A day for which the site's zone is not known may have begun somewhere before it does in UTC. */
    static boolean yetToCome(LocalDate on, Instant toldAt) {
        return on.isAfter(LocalDate.ofInstant(toldAt, ZoneOffset.UTC).plusDays(1));
    }

    /** Why, and on a day that has come. */
    static Optional<Refusal> reasonAndDay(String reason, LocalDate on, Instant toldAt) {
        return reason(reason, "/reason")
                .or(() -> yetToCome(on, toldAt)
                        ? Optional.of(Refusal.invalid("IN_THE_FUTURE", on + " has not come yet", "/on"))
                        : Optional.empty());
    }

    /** There is a calendar, and it may hold doses. */
    static Optional<Refusal> dosing(Calendar calendar) {
        if (calendar.plan() == null) {
            return Optional.of(Refusal.conflict(
                    "NO_CALENDAR",
                    "there is no calendar: the person is not randomized, or the randomization is still on its way here;"
                            + " the command may be sent again"));
        }
        var open = calendar.plan().drawn().open();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.conflict("DOSING_NOT_PLANNED", "no dose is planned: " + String.join("; ", open)));
    }

    Optional<Refusal> planned() {
        return dosing(calendar)
                .or(() -> calendar.doses().containsKey(dose)
                        ? Optional.empty()
                        : Optional.of(Refusal.invalid(
                                "DOSE_UNKNOWN",
                                "there is no dose %d among %d"
                                        .formatted(dose, calendar.doses().size()),
                                "/dose")));
    }

    Optional<Refusal> unsettled() {
        var course = calendar.fate(dose);
        if (course.given() != null) {
            return Optional.of(Refusal.conflict(
                    "DOSE_ALREADY_GIVEN",
                    "dose %d was given on %s".formatted(dose, course.given().on())));
        }
        return course.missed() == null
                ? Optional.empty()
                : Optional.of(Refusal.conflict(
                        "DOSE_MISSED",
                        "dose %d was recorded as missed on %s"
                                .formatted(dose, course.missed().on())));
    }

    /** Doses of one course come in their order; between two courses that nothing joins there is none. */
    Optional<Refusal> inOrder() {
        var drawn = Objects.requireNonNull(calendar.plan()).drawn();
        var course = drawn.courseOf(dose);
        return IntStream.range(1, dose)
                .filter(earlier -> drawn.courseOf(earlier).follows(course))
                .filter(earlier -> !calendar.fate(earlier).settled())
                .mapToObj(earlier -> Refusal.conflict(
                        "DOSES_OUT_OF_ORDER",
                        "dose %d comes after dose %d, which is neither given nor missed".formatted(dose, earlier),
                        "/dose"))
                .findFirst();
    }

    Optional<Refusal> notStopped() {
        return Optional.ofNullable(calendar.stop()).map(stop -> Refusal.conflict("DOSING_STOPPED", stop.inWords()));
    }

    Refusal held(Pause hold) {
        return Refusal.conflict(
                "DOSE_HELD", "dose %d is held since %s: %s".formatted(dose, hold.from(), hold.reason()));
    }
}
