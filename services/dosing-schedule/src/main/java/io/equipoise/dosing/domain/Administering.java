package io.equipoise.dosing.domain;

import io.equipoise.dosing.domain.CalendarEvent.DoseAdministered;
import io.equipoise.dosing.domain.Circumstances.Kit;
import io.equipoise.dosing.domain.Infusion.Deviation;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether an infusion may be recorded. The minimum gap is never accepted away; the window may be, with a reason, and
 * then stays visible as a deviation.
 */
record Administering(Calendar calendar, CalendarCommand.Administer asked) {
    private static final int LONG_ENOUGH = 10;

    Decision<CalendarEvent> decide() {
        var plan = calendar.plan();
        var gate = new DoseGate(calendar, infusion().dose());
        var unplanned = gate.planned();
        if (plan == null || unplanned.isPresent()) {
            return Decision.refuse(unplanned.orElseThrow());
        }
        var account = new InfusionAccount(infusion(), plan, asked.toldAt());
        var impossible = account.refusal();
        if (impossible.isPresent()) {
            return Decision.refuse(impossible.get());
        }
        var day = LocalDate.ofInstant(infusion().startedAt(), plan.zone());
        return gate.unsettled()
                .or(() -> course().holdOn(day).map(gate::held))
                .or(() -> person(day))
                .or(gate::inOrder)
                .or(() -> gap(new Reckoning(calendar, plan), day))
                .or(this::kit)
                .or(() -> window(day))
                .<Decision<CalendarEvent>>map(Decision::refuse)
                .orElseGet(() -> given(day, account.deviations()));
    }

    private Infusion infusion() {
        return asked.infusion();
    }

    private DoseCourse course() {
        return calendar.course(infusion().dose());
    }

    private Entry entry() {
        return calendar.entries().get(infusion().dose() - 1);
    }

    private Optional<Refusal> person(LocalDate day) {
        var known = asked.circumstances();
        var left = known.withdrawal(day);
        if (left.isPresent()) {
            return Optional.of(Refusal.conflict(
                    "SUBJECT_WITHDRAWN",
                    "the person left %s on %s"
                            .formatted(
                                    left.get().scope() == StopScope.STUDY ? "the study" : "treatment",
                                    left.get().on())));
        }
        var stop = calendar.stop();
        if (stop != null && !day.isBefore(stop.on())) {
            return new DoseGate(calendar, infusion().dose()).notStopped();
        }
        if (!known.liveConsent(day)) {
            return Optional.of(Refusal.conflict(
                    "CONSENT_MISSING",
                    "no consent is known that was live on " + day
                            + "; one recorded just now may still be on its way, and the command may be sent again"));
        }
        return study(day);
    }

    private Optional<Refusal> study(LocalDate day) {
        var status = asked.circumstances().study().on(day);
        if (status.isPresent() && status.get().permitsDosing()) {
            return Optional.empty();
        }
        return Optional.of(Refusal.conflict(
                "STUDY_NOT_DOSING",
                status.map(StudyStatus.Change::inWords).orElse("no status of the study is known on " + day)));
    }

    private Optional<Refusal> gap(Reckoning reckoning, LocalDate day) {
        var before = reckoning.lastGivenBefore(infusion().dose());
        var first = reckoning.gapEnds(infusion().dose());
        if (before != null && first != null && day.isBefore(first)) {
            return Optional.of(Refusal.conflict(
                    "TOO_EARLY",
                    "infusion %d was given on %s: the next may be given from %s, not on %s, and no reason changes that"
                            .formatted(before.dose(), before.given().on(), first, day),
                    "/startedAt"));
        }
        return before != null && infusion().startedAt().isBefore(before.given().stoppedAt())
                ? Optional.of(Refusal.conflict(
                        "DOSES_OUT_OF_ORDER",
                        "infusion %d ended later than this one started".formatted(before.dose()),
                        "/startedAt"))
                : Optional.empty();
    }

    private Optional<Refusal> kit() {
        var used = calendar.doses().values().stream()
                .anyMatch(course -> course.given() != null
                        && course.given().kit().equals(infusion().kit()));
        if (used) {
            return Optional.of(Refusal.conflict("KIT_ALREADY_USED", infusion().kit() + " was given before", "/kit"));
        }
        return kitProblem().map(why -> Refusal.conflict("KIT_NOT_DISPENSED_TO_SUBJECT", why, "/kit"));
    }

    private Optional<String> kitProblem() {
        var kit = asked.circumstances().kit();
        var wanted = infusion().kit();
        if (kit == null || !kit.kit().equals(wanted)) {
            return Optional.of(wanted + " is not known as dispensed; a dispensation recorded just now may still be on"
                    + " its way, and the command may be sent again");
        }
        if (!kit.subject().equals(asked.subject().toString())) {
            return Optional.of(wanted + " was not dispensed to this person");
        }
        if (kit.dose() != infusion().dose()) {
            return Optional.of("%s was dispensed for dose %d".formatted(wanted, kit.dose()));
        }
        if (kit.dispensedAt().isAfter(infusion().startedAt())) {
            return Optional.of(
                    "%s was dispensed at %s, after the infusion started".formatted(wanted, kit.dispensedAt()));
        }
        return Stream.ofNullable(kit.returnedAt())
                .filter(returned -> returned.isBefore(infusion().stoppedAt()) && !returned.isBefore(kit.dispensedAt()))
                .map(returned -> "%s was returned at %s".formatted(wanted, returned))
                .findFirst();
    }

    private boolean outside(LocalDate day) {
        var entry = entry();
        return (entry.earliest() != null && day.isBefore(entry.earliest()))
                || (entry.latest() != null && day.isAfter(entry.latest()));
    }

    private Optional<Refusal> window(LocalDate day) {
        if (!outside(day)) {
            return Optional.empty();
        }
        var why = infusion().acceptDeviation();
        var window = "%s is outside the window %s to %s".formatted(day, entry().earliest(), entry().latest());
        if (why == null) {
            return Optional.of(Refusal.conflict(
                    "OUT_OF_WINDOW", window + "; to record it all the same, say why in acceptDeviation", "/startedAt"));
        }
        return why.strip().length() >= LONG_ENOUGH
                ? DoseGate.reason(why, "/acceptDeviation")
                : Optional.of(Refusal.invalid(
                        "DEVIATION_REASON_TOO_SHORT",
                        window + "; a reason of at least ten characters is needed",
                        "/acceptDeviation"));
    }

    private Decision<CalendarEvent> given(LocalDate day, Set<Deviation> found) {
        var deviations = EnumSet.noneOf(Deviation.class);
        deviations.addAll(found);
        if (outside(day)) {
            deviations.add(Deviation.OUT_OF_WINDOW);
        }
        var fact = new DoseAdministered(
                infusion().dose(),
                infusion().kit(),
                Optional.ofNullable(asked.circumstances().kit())
                        .map(Kit::packagingLot)
                        .orElseThrow(),
                infusion().startedAt(),
                infusion().stoppedAt(),
                day,
                infusion().volume(),
                infusion().interruptions(),
                new ArrayList<>(deviations),
                outside(day) ? infusion().acceptDeviation() : null);
        return calendar.followed(
                fact, "infusion %d given on %s".formatted(infusion().dose(), day));
    }
}
