package io.equipoise.dosing.domain;

import io.equipoise.dosing.domain.Infusion.Deviation;
import io.equipoise.dosing.domain.Infusion.Interruption;
import io.equipoise.platform.Refusal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** Whether what a site says about an infusion holds together: its times, its interruptions and its volume. */
record InfusionAccount(Infusion infusion, Calendar.Plan plan, Instant toldAt) {

    Optional<Refusal> refusal() {
        return times().or(this::interruptions).or(this::volume);
    }

    Set<Deviation> deviations() {
        var stated = plan.schedule().volume();
        return stated != null && infusion.volume().amount().compareTo(stated.amount()) < 0
                ? Set.of(Deviation.INCOMPLETE_VOLUME)
                : Set.of();
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
        var stated = plan.schedule().volume();
        if (stated == null) {
            return Optional.of(Refusal.conflict(
                    "VOLUME_NOT_STATED", "the study definition leaves the volume open", "/dosing/volume"));
        }
        var given = infusion.volume();
        if (!given.unit().equals(stated.unit())
                || given.amount().signum() <= 0
                || given.amount().compareTo(stated.amount()) > 0) {
            return Optional.of(Refusal.invalid(
                    "VOLUME_DIFFERS", "%s is not the stated %s, nor a part of it".formatted(given, stated), "/volume"));
        }
        return Optional.empty();
    }
}
