package io.equipoise.dosing.adapter.rest;

import io.equipoise.dosing.adapter.rest.AdministrationEndpoint.InfusionBody;
import io.equipoise.dosing.adapter.rest.AdministrationEndpoint.MeasuredBody;
import io.equipoise.dosing.adapter.rest.AdministrationEndpoint.PauseBody;
import io.equipoise.dosing.adapter.rest.AdministrationEndpoint.StrengthBody;
import io.equipoise.dosing.adapter.rest.AdministrationEndpoint.VolumeBody;
import io.equipoise.dosing.adapter.rest.AdministrationEndpoint.WeightBody;
import io.equipoise.dosing.application.Unplanned;
import io.equipoise.dosing.domain.CalendarEvent.DoseTakenAsNeeded;
import io.equipoise.dosing.domain.Infusion;
import io.equipoise.dosing.domain.Infusion.Deviation;
import io.equipoise.dosing.domain.quantity.Measured;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A dose taken because it was needed is recorded here, where the protocol plans none but allows some. */
@RestController
final class AsNeededEndpoint {
    private final Unplanned unplanned;

    AsNeededEndpoint(Unplanned unplanned) {
        this.unplanned = unplanned;
    }

    record AsNeededBody(
            String course,
            String lot,
            Instant startedAt,
            Instant stoppedAt,
            @Nullable VolumeBody volume,
            @Nullable List<PauseBody> interruptions,
            @Nullable MeasuredBody amount,
            @Nullable String pick,
            @Nullable WeightBody weight,
            @Nullable List<StrengthBody> strength,
            @Nullable String route,
            @Nullable Map<String, @Nullable String> details) {
        Infusion infusion() {
            return AdministrationEndpoint.infusion(new InfusionBody(
                    0,
                    null,
                    startedAt,
                    stoppedAt,
                    volume,
                    interruptions,
                    null,
                    amount,
                    pick,
                    weight,
                    lot,
                    strength,
                    route,
                    details,
                    null));
        }
    }

    record Taken(
            String subject,
            String course,
            int nth,
            String lot,
            LocalDate startedOn,
            List<Deviation> deviations,
            @Nullable String route,
            @Nullable Measured amount,
            @Nullable String arithmetic) {
        static Taken of(String subject, DoseTakenAsNeeded fact) {
            return new Taken(
                    subject,
                    fact.course(),
                    fact.nth(),
                    fact.lot(),
                    fact.startedOn(),
                    fact.deviations(),
                    fact.route(),
                    fact.amount(),
                    fact.arithmetic());
        }
    }

    @PostMapping("/api/subjects/{subject}/as-needed-doses")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR})
    ResponseEntity<Object> take(
            @PathVariable String subject, @RequestBody AsNeededBody body, Caller caller, Attribution by) {
        var person = Person.entered(subject, caller);
        return Answers.created(
                unplanned.takeAsNeeded(person, body.course(), body.infusion(), by),
                commit -> "/api/subjects/" + person + "/calendar",
                commit -> Taken.of(
                        person.toString(), (DoseTakenAsNeeded) commit.facts().getFirst()));
    }
}
