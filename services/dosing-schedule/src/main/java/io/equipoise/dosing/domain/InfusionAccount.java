package io.equipoise.dosing.domain;

import io.equipoise.dosing.domain.Drawn.Course;
import io.equipoise.dosing.domain.Infusion.Deviation;
import io.equipoise.dosing.domain.Infusion.Interruption;
import io.equipoise.dosing.domain.quantity.AmountRule;
import io.equipoise.dosing.domain.quantity.Kind;
import io.equipoise.dosing.domain.quantity.Unit;
import io.equipoise.platform.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether what a site says about an infusion holds together: its times, its interruptions and its volume. */
record InfusionAccount(Infusion infusion, Calendar.Plan plan, Course course, Instant toldAt) {

    Optional<Refusal> refusal() {
        return times().or(this::interruptions).or(this::volume);
    }

    Set<Deviation> deviations() {
        var found = EnumSet.noneOf(Deviation.class);
        var stated = stated();
        var given = infusion.volume();
        if (infusion.details().reduced() == null
                && stated != null
                && given != null
                && given.amount().compareTo(stated.amount()) < 0) {
            found.add(Deviation.INCOMPLETE_VOLUME);
        }
        var asked = course.infusionMinutes();
        var took = Duration.between(infusion.startedAt(), infusion.stoppedAt());
        if (asked != null
                && (took.compareTo(Duration.ofMinutes(asked.from())) < 0
                        || took.compareTo(Duration.ofMinutes(asked.to())) > 0)) {
            found.add(Deviation.INFUSION_DURATION);
        }
        return found;
    }

    /** The volume of the protocol, or the one that its count comes in. */
    private @Nullable Volume stated() {
        if (course.volume() != null) {
            return course.volume();
        }
        return Optional.ofNullable(course.amount())
                .map(AmountRule::in)
                .flatMap(in -> Volume.parse(in.number(), in.unit()))
                .orElse(null);
    }

    private Optional<Refusal> times() {
        if (!infusion.stoppedAt().isAfter(infusion.startedAt())) {
            return Optional.of(Refusal.invalid(
                    "STOP_BEFORE_START",
                    "the infusion stopped at %s and started at %s"
                            .formatted(infusion.stoppedAt(), infusion.startedAt()),
                    "/stoppedAt"));
        }
        if (infusion.stoppedAt().isAfter(toldAt)) {
            return Optional.of(
                    Refusal.invalid("IN_THE_FUTURE", infusion.stoppedAt() + " has not come yet", "/stoppedAt"));
        }
        return infusion.startedAt()
                        .isBefore(plan.day0().atStartOfDay(plan.zone()).toInstant())
                ? Optional.of(Refusal.conflict(
                        "TOO_EARLY",
                        "the calendar starts on %s, after %s".formatted(plan.day0(), infusion.startedAt()),
                        "/startedAt"))
                : Optional.empty();
    }

    private Optional<Refusal> interruptions() {
        var inOrder = infusion.interruptions().stream()
                .sorted(Comparator.comparing(Interruption::from))
                .toList();
        var free = infusion.startedAt();
        for (var pause : inOrder) {
            var silent = DoseGate.reason(pause.why(), "/interruptions");
            if (silent.isPresent()) {
                return silent;
            }
            if (!pause.to().isAfter(pause.from())
                    || pause.from().isBefore(infusion.startedAt())
                    || pause.to().isAfter(infusion.stoppedAt())) {
                return Optional.of(Refusal.invalid(
                        "INTERRUPTION_OUTSIDE_INFUSION",
                        "the interruption from %s to %s is not a time within the infusion"
                                .formatted(pause.from(), pause.to()),
                        "/interruptions"));
            }
            if (pause.from().isBefore(free)) {
                return Optional.of(Refusal.invalid(
                        "INTERRUPTIONS_OVERLAP",
                        "the interruption from %s starts before the one before it ended".formatted(pause.from()),
                        "/interruptions"));
            }
            free = pause.to();
        }
        return Optional.empty();
    }

    private Optional<Refusal> volume() {
        var stated = stated();
        var given = infusion.volume();
        if (stated == null) {
            return course.amount() == null || course.amount().per() == AmountRule.Per.MATCHED
                    ? Optional.of(Refusal.conflict(
                            "VOLUME_NOT_STATED",
                            "the study definition leaves the volume open",
                            "/dosing/courses/" + course.course() + "/volume"))
                    : something(given);
        }
        if (given == null) {
            return Optional.of(
                    Refusal.invalid("VOLUME_MISSING", "%s is stated: say what went in".formatted(stated), "/volume"));
        }
        if (!given.unit().equals(stated.unit())
                || given.amount().signum() <= 0
                || given.amount().compareTo(stated.amount()) > 0) {
            return Optional.of(Refusal.invalid(
                    "VOLUME_DIFFERS", "%s is not the stated %s, nor a part of it".formatted(given, stated), "/volume"));
        }
        return Optional.empty();
    }

    private static Optional<Refusal> something(@Nullable Volume given) {
        return given == null
                        || (given.amount().signum() > 0
                                && Unit.spelled(given.unit())
                                        .filter(unit -> unit.kind() == Kind.VOLUME)
                                        .isPresent())
                ? Optional.empty()
                : Optional.of(Refusal.invalid("VOLUME_DIFFERS", given + " is no volume", "/volume"));
    }
}
