package io.equipoise.dosing.domain;

import io.equipoise.dosing.domain.CalendarEvent.DoseReduced;
import io.equipoise.dosing.domain.Drawn.PlannedDose;
import io.equipoise.dosing.domain.Infusion.Reduced;
import io.equipoise.dosing.domain.quantity.Exact;
import io.equipoise.platform.Refusal;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a dose may be as small as it was given, by the steps that the protocol allows and the doses before it. */
record Reducing(Calendar calendar, Drawn drawn, PlannedDose dose, CalendarCommand.Administer asked) {

    Optional<Refusal> refusal() {
        var reduced = reduced();
        return reduced == null ? notBackToFull() : notAStep(reduced).or(this::volumeToo);
    }

    private @Nullable Reduced reduced() {
        return asked.infusion().details().reduced();
    }

    private @Nullable Reduction rule() {
        return asked.reductions().get(dose.course());
    }

    /** The step of the dose of this course that was given before, where its step holds on. */
    private Optional<DoseReduced> holding() {
        var rule = rule();
        return rule == null || rule.next() != Reduction.Next.STAYS
                ? Optional.empty()
                : calendar.reductions().stream()
                        .filter(earlier -> earlier.dose() < dose.dose())
                        .filter(earlier ->
                                drawn.planned(earlier.dose()).course().equals(dose.course()))
                        .min(Comparator.comparing(earlier -> Exact.number(earlier.to())));
    }

    private Optional<Refusal> notBackToFull() {
        return holding().map(Reducing::stays);
    }

    private Optional<Refusal> notAStep(Reduced told) {
        var step = Exact.parse(told.to());
        var rule = rule();
        if (step.isEmpty()) {
            return Optional.of(Refusal.invalid(
                    "REDUCTION_MALFORMED", "a reduction is a plain decimal in quotes, such as \"0.5\"", "/reduced/to"));
        }
        if (rule == null
                || rule.steps().stream().noneMatch(one -> Exact.number(one).compareTo(step.get()) == 0)) {
            return Optional.of(Refusal.conflict(
                    "REDUCTION_NOT_ALLOWED",
                    rule == null
                            ? "the protocol states no reduced dose of "
                                    + drawn.courseOf(dose.dose()).title()
                            : "the protocol allows %s of the dose, not %s"
                                    .formatted(String.join(" or ", rule.steps()), told.to()),
                    "/reduced/to"));
        }
        return DoseGate.reason(told.reason(), "/reduced/reason")
                .or(() -> holding().filter(last -> higher(step.get(), last)).map(Reducing::stays));
    }

    private static boolean higher(BigDecimal step, DoseReduced last) {
        return step.compareTo(Exact.number(last.to())) > 0;
    }

    private static Refusal stays(DoseReduced last) {
        return Refusal.conflict(
                "REDUCTION_STAYS",
                "dose %d was reduced to %s, and no later one is higher".formatted(last.dose(), last.to()),
                "/reduced/to");
    }

    /** Where the dose is a strength in a volume, the smaller dose is the smaller volume. */
    private Optional<Refusal> volumeToo() {
        var course = drawn.courseOf(dose.dose());
        if (course.amount() == null || !course.amount().per().isOfVolume()) {
            return Optional.empty();
        }
        var stated = course.volume();
        var told = asked.infusion().volume();
        var step = Exact.number(Objects.requireNonNull(reduced()).to());
        return stated != null
                        && told != null
                        && told.amount().compareTo(stated.amount().multiply(step)) == 0
                ? Optional.empty()
                : Optional.of(Refusal.conflict(
                        "VOLUME_DIFFERS",
                        "a dose reduced to %s is that part of the stated volume".formatted(Exact.words(step)),
                        "/volume"));
    }
}
