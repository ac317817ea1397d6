package io.equipoise.dosing.adapter.rest;

import io.equipoise.dosing.application.Calendars;
import io.equipoise.dosing.domain.CalendarEvent.DoseAdministered;
import io.equipoise.dosing.domain.CalendarEvent.DoseDetailed;
import io.equipoise.dosing.domain.CalendarEvent.DoseReduced;
import io.equipoise.dosing.domain.DosingEvent;
import io.equipoise.dosing.domain.Infusion;
import io.equipoise.dosing.domain.Infusion.Details;
import io.equipoise.dosing.domain.Infusion.Deviation;
import io.equipoise.dosing.domain.Infusion.Interruption;
import io.equipoise.dosing.domain.Infusion.Reduced;
import io.equipoise.dosing.domain.Infusion.Strength;
import io.equipoise.dosing.domain.Infusion.Weight;
import io.equipoise.dosing.domain.Volume;
import io.equipoise.dosing.domain.quantity.AmountRule;
import io.equipoise.dosing.domain.quantity.Measured;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A dose that was given is recorded here. */
@RestController
final class AdministrationEndpoint {
    private final Calendars calendars;

    AdministrationEndpoint(Calendars calendars) {
        this.calendars = calendars;
    }

    record InfusionBody(
            int dose,
            @Nullable String kit,
            Instant startedAt,
            Instant stoppedAt,
            @Nullable VolumeBody volume,
            @Nullable List<PauseBody> interruptions,
            @Nullable String acceptDeviation,
            @Nullable MeasuredBody amount,
            @Nullable String pick,
            @Nullable WeightBody weight,
            @Nullable String lot,
            @Nullable List<StrengthBody> strength,
            @Nullable String route,
            @Nullable Map<String, @Nullable String> details,
            @Nullable ReducedBody reduced) {}

    record ReducedBody(String to, String reason) {}

    record VolumeBody(String number, String unit) {}

    record MeasuredBody(String number, String unit) {}

    record WeightBody(String kg, LocalDate weighedOn) {}

    record StrengthBody(String number, String unit, AmountRule.Per per) {}

    record PauseBody(Instant from, Instant to, String why) {}

    record Recorded(
            String subject,
            int dose,
            String kit,
            String packagingLot,
            LocalDate startedOn,
            @Nullable Volume volume,
            List<Deviation> deviations,
            @Nullable String accepted,
            @Nullable String course,
            @Nullable String route,
            @Nullable Measured amount,
            @Nullable String arithmetic,
            @Nullable String reducedTo) {}

    @PostMapping("/api/subjects/{subject}/administrations")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR})
    ResponseEntity<Object> administer(
            @PathVariable String subject, @RequestBody InfusionBody body, Caller caller, Attribution by) {
        var person = Person.entered(subject, caller);
        return Answers.created(
                calendars.administer(person, infusion(body), by),
                commit -> "/api/subjects/" + person + "/calendar",
                commit -> recorded(person.toString(), commit));
    }

    static Infusion infusion(InfusionBody body) {
        var pauses = body.interruptions() == null ? List.<PauseBody>of() : body.interruptions();
        return new Infusion(
                body.dose(),
                body.kit(),
                body.startedAt(),
                body.stoppedAt(),
                volume(body.volume()),
                pauses.stream()
                        .map(pause -> new Interruption(pause.from(), pause.to(), pause.why()))
                        .toList(),
                body.acceptDeviation(),
                details(body));
    }

    private static @Nullable Volume volume(@Nullable VolumeBody body) {
        if (body == null) {
            return null;
        }
        return Volume.parse(body.number(), body.unit())
                .orElseThrow(() -> new Problem(Refusal.invalid(
                        "VOLUME_MALFORMED",
                        "a volume's number is a plain decimal in quotes, such as \"100\" or \"99.5\"",
                        "/volume/number")));
    }

    private static Details details(InfusionBody body) {
        var amount = body.amount();
        var weight = body.weight();
        var strength = body.strength() == null ? List.<StrengthBody>of() : body.strength();
        return new Details(
                amount == null ? null : new Measured(amount.number(), amount.unit()),
                body.pick(),
                weight == null ? null : new Weight(weight.kg(), weight.weighedOn()),
                body.lot(),
                strength.stream()
                        .map(one -> new Strength(one.number(), one.unit(), one.per()))
                        .toList(),
                body.route(),
                more(body.details()),
                body.reduced() == null
                        ? null
                        : new Reduced(body.reduced().to(), body.reduced().reason()));
    }

    private static Map<String, String> more(@Nullable Map<String, @Nullable String> details) {
        var more = new TreeMap<String, String>();
        if (details != null) {
            details.forEach((name, value) -> {
                if (value == null) {
                    throw new Problem(Refusal.invalid("DETAIL_MALFORMED", name + " says nothing", "/details/" + name));
                }
                more.put(name, value);
            });
        }
        return more;
    }

    private static Recorded recorded(String subject, Commit<DosingEvent> commit) {
        var given = (DoseAdministered) commit.facts().getFirst();
        var details = commit.first(DoseDetailed.class).orElse(null);
        var reduced = commit.first(DoseReduced.class).orElse(null);
        return new Recorded(
                subject,
                given.dose(),
                given.kit(),
                given.packagingLot(),
                given.startedOn(),
                given.volume(),
                given.deviations(),
                given.accepted(),
                details == null ? null : details.course(),
                details == null ? null : details.route(),
                details == null ? null : details.amount(),
                details == null ? null : details.arithmetic(),
                reduced == null ? null : reduced.to());
    }
}
