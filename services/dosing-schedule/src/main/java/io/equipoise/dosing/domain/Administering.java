package io.equipoise.dosing.domain;

import io.equipoise.dosing.domain.CalendarEvent.DoseAdministered;
import io.equipoise.dosing.domain.CalendarEvent.DoseDetailed;
import io.equipoise.dosing.domain.CalendarEvent.DoseReduced;
import io.equipoise.dosing.domain.Circumstances.Kit;
import io.equipoise.dosing.domain.Infusion.Deviation;
import io.equipoise.dosing.domain.quantity.Exact;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a dose may be recorded as given. The minimum gap is never accepted away; the window may be, with a reason, and
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
        var drawn = plan.drawn();
        var dose = drawn.planned(infusion().dose());
        var course = drawn.course(dose.course());
        var account = new InfusionAccount(infusion(), plan, course, asked.toldAt());
        var impossible = account.refusal();
        if (impossible.isPresent()) {
            return Decision.refuse(impossible.get());
        }
        var day = LocalDate.ofInstant(infusion().startedAt(), plan.zone());
        var dosage = new Dosage(drawn, dose, infusion(), day).answer();
        return gate.unsettled()
                .or(() -> fate().holdOn(day).map(gate::held))
                .or(() -> new Permission(calendar, asked, day).refusal())
                .or(gate::inOrder)
                .or(() -> gap(new Reckoning(calendar, plan), day))
                .or(() -> enoughThatDay(drawn, course.course(), day))
                .or(() -> new Supply(calendar, asked, drawn.kits()).refusal())
                .or(() -> new WayIn(course, dose.ordinal(), infusion().details()).refusal())
                .or(() -> new Reducing(calendar, drawn, dose, asked).refusal())
                .or(() -> Optional.ofNullable(dosage.why()))
                .or(() -> window(day))
                .<Decision<CalendarEvent>>map(Decision::refuse)
                .orElseGet(() -> given(day, account.deviations(), dosage));
    }

    private Infusion infusion() {
        return asked.infusion();
    }

    private DoseFate fate() {
        return calendar.fate(infusion().dose());
    }

    private Entry entry() {
        return calendar.entries().get(infusion().dose() - 1);
    }

    private Optional<Refusal> gap(Reckoning reckoning, LocalDate day) {
        var before = reckoning.lastGivenBefore(infusion().dose());
        var first = reckoning.gapEnds(infusion().dose());
        if (before != null && first != null && day.isBefore(first)) {
            return Optional.of(Refusal.conflict(
                    "TOO_EARLY",
                    "dose %d was given on %s: the next may be given from %s, not on %s, and no reason changes that"
                            .formatted(before.dose(), before.given().on(), first, day),
                    "/startedAt"));
        }
        return before != null && infusion().startedAt().isBefore(before.given().stoppedAt())
                ? Optional.of(Refusal.conflict(
                        "DOSES_OUT_OF_ORDER",
                        "dose %d ended later than this one started".formatted(before.dose()),
                        "/startedAt"))
                : Optional.empty();
    }

    /** What is planned once a day is not given twice on one, and four times a day not five times. */
    private Optional<Refusal> enoughThatDay(Drawn drawn, String course, LocalDate day) {
        long given = drawn.doses().stream()
                .filter(dose -> dose.course().equals(course))
                .map(dose -> calendar.fate(dose.dose()).given())
                .filter(found -> found != null && found.on().equals(day))
                .count();
        return given < drawn.mostInADay(course)
                ? Optional.empty()
                : Optional.of(Refusal.conflict(
                        "SAME_DAY",
                        "%s was given on %s already, as often as any day of the plan has it"
                                .formatted(drawn.course(course).title(), day),
                        "/startedAt"));
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

    private Decision<CalendarEvent> given(LocalDate day, Set<Deviation> found, Dosage.Answer dosage) {
        var deviations = EnumSet.noneOf(Deviation.class);
        deviations.addAll(found);
        deviations.addAll(dosage.deviations());
        if (outside(day)) {
            deviations.add(Deviation.OUT_OF_WINDOW);
        }
        var lot = infusion().details().lot();
        var kit = infusion().kit() == null
                ? Objects.requireNonNull(lot)
                : infusion().kit();
        var fact = new DoseAdministered(
                infusion().dose(),
                kit,
                Optional.ofNullable(asked.circumstances().kit())
                        .filter(known -> infusion().kit() != null)
                        .map(Kit::packagingLot)
                        .orElse(kit),
                infusion().startedAt(),
                infusion().stoppedAt(),
                day,
                infusion().volume(),
                infusion().interruptions(),
                new ArrayList<>(deviations),
                outside(day) ? infusion().acceptDeviation() : null);
        return withDetails(calendar.followed(fact, called() + " given on " + day), besides(dosage));
    }

    private String called() {
        return entry().title().toLowerCase(Locale.ROOT);
    }

    private List<CalendarEvent> besides(Dosage.Answer dosage) {
        var reduced = infusion().details().reduced();
        return reduced == null
                ? List.of(detailed(dosage))
                : List.of(
                        detailed(dosage),
                        new DoseReduced(infusion().dose(), Exact.text(Exact.number(reduced.to())), reduced.reason()));
    }

    private DoseDetailed detailed(Dosage.Answer dosage) {
        var dose = Objects.requireNonNull(calendar.plan())
                .drawn()
                .planned(infusion().dose());
        var course = calendar.plan().drawn().course(dose.course());
        var said = infusion().details();
        var route = course.route(dose.ordinal());
        return new DoseDetailed(
                dose.dose(),
                dose.course(),
                route == null ? null : route.name(),
                dosage.amount(),
                dosage.arithmetic(),
                said.pick(),
                said.weight(),
                said.lot(),
                said.strength(),
                said.more());
    }

    private static Decision<CalendarEvent> withDetails(Decision<CalendarEvent> given, List<CalendarEvent> besides) {
        return switch (given) {
            case Decision.Accepted<CalendarEvent>(var facts) ->
                Decision.accept(Stream.concat(facts.stream(), besides.stream()).toList());
            case Decision.Refused<CalendarEvent> refused -> refused;
        };
    }
}
